package dev.gotgan.engine.simulation;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.Committed;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.memory.MemoryCatalog;
import dev.gotgan.engine.publish.Lease;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.MemoryStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.testing.CatalogFixture;
import dev.gotgan.engine.testing.TurnedClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// One schedule: what there is, what was promised, and the dice.
///
/* Everything runs on one thread. Between any two calls of a port [#meanwhile] may let others act to their end, nested, so
whoever was interrupted wakes up in another world; killed, it hears [Crashed] from every call. That reaches every
interleaving of whole actions at every call, which is where the protocol can go wrong: its transactions are atomic, and
its requests are each carried out at one moment. */
final class World {
    private static final int DEPTH = 2;
    private static final int REMEMBERED = 60;

    private final long seed;
    private final Random dice;
    private final Timing timing;
    private final TurnedClock clock = new TurnedClock();
    private final MemoryCatalog catalog;
    private final MemoryStore truth;
    private final DatasetId dataset = DatasetId.random();
    private final Actor actor;
    private final Invariants invariants = new Invariants(this);
    private final Map<Long, Map<String, String>> trees = new HashMap<>(Map.of(0L, Map.of()));
    private final Map<Long, Instant> superseded = new HashMap<>();
    private final List<Late> underWay = new ArrayList<>();
    private final Set<Key> disturbed = new HashSet<>();
    private final Set<Key> direct = new HashSet<>();
    private final Deque<String> notes = new ArrayDeque<>();
    private final Actions actions;
    private long head;
    private long newestEpoch;
    private int depth;
    private int hurried;
    private boolean calm;

    World(long seed, Timing timing) {
        this.seed = seed;
        this.dice = new Random(seed);
        this.timing = timing;
        this.catalog = new MemoryCatalog(clock, timing);
        this.truth = timing.nothingLandsLate() ? new MemoryStore() : MemoryStore.likeR2(clock);
        var owner = CatalogFixture.person(catalog.accounts(), "Ada");
        this.actor = new Actor.Person(owner, false, false);
        var wanted =
                new Datasets.NewDataset(dataset, "cats", null, owner, Visibility.PRIVATE, List.of(), AnalysisHint.NONE);
        catalog.datasets().create(wanted, DatasetState.LIVE, actor);
        this.actions = new Actions(this, dice, timing.nothingLandsLate() ? 1 : 2);
    }

    /// Runs the schedule to its end and past it, until nothing is left to do.
    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            actions.act();
            invariants.check();
        }
        calm = true;
        actions.endUploads();
        for (int i = 0; i < 12; i++) {
            pass(i == 5 ? WriteSessions.LIFE.plusHours(1) : Duration.ofMinutes(31));
            for (int left = underWay.size(); left > 0; left--) {
                deliver();
            }
            actions.sweep();
            invariants.check();
        }
        disturbed.clear();
        invariants.checkDrained(head);
    }

    /// Something that a call of `server` may be interrupted by.
    void meanwhile(Server server) {
        server.failIfDead();
        clock.turn(Duration.ofSeconds(1));
        if (!calm && depth < DEPTH && dice.nextInt(100) < 5) {
            nested(server, 1 + dice.nextInt(3));
        }
        server.failIfDead();
    }

    private void nested(Server server, int how) {
        depth++;
        try {
            if (chance(3)) {
                note(server + " sleeps");
                server.sleep(() -> actions.act(how));
                note(server + " wakes up");
            } else {
                hurried++;
                actions.act(how);
                hurried--;
            }
        } finally {
            depth--;
        }
    }

    /// A request of `server` that is under way takes its time, in which others act.
    void slow(Server server, Instant sent) {
        if (!calm && depth < DEPTH && chance(12)) {
            note("a request of " + server + " is slow");
            pass(timing.nothingLandsLate() ? Duration.ofMinutes(90) : Duration.ofMinutes(dice.nextInt(15)));
            nested(server, 1);
        }
        if (!timing.nothingLandsLate() && now().isAfter(sent.plus(timing.inDoubt()))) {
            throw new StoreException.Unavailable("a request that took too long", new IOException("timeout"));
        }
        server.failIfDead();
    }

    /// A request is refused when it is sent later than half of D after its date.
    boolean refusesAsOld(Instant signed) {
        return !timing.nothingLandsLate()
                && now().isAfter(signed.plus(timing.inDoubt().dividedBy(2)));
    }

    Fate fate() {
        if (calm) {
            return Fate.DONE;
        }
        int drawn = dice.nextInt(100);
        if (timing.nothingLandsLate()) {
            return drawn < 3 ? Fate.REFUSED : Fate.DONE;
        }
        return drawn < 3
                ? Fate.REFUSED
                : drawn < 6 ? Fate.ANSWER_LOST : drawn < 9 ? Fate.LATE : drawn < 11 ? Fate.LOST : Fate.DONE;
    }

    void send(Late late) {
        if (!timing.nothingLandsLate()) {
            underWay.add(late);
        }
    }

    /// One of the requests under way is carried out.
    void deliver() {
        if (underWay.isEmpty()) {
            return;
        }
        var late = underWay.remove(dice.nextInt(underWay.size()));
        if (late.times() == 0 || now().isAfter(late.until())) {
            return;
        }
        if (late.times() > 1) {
            underWay.add(late.once());
        }
        note("late: " + late.kind() + " " + late.key());
        disturbed.add(late.key());
        unheard(() -> carryOut(late));
    }

    /// A request is carried out now, and its sender does not hear how.
    void landUnheard(Late request) {
        unheard(() -> land(request));
    }

    private void unheard(Runnable request) {
        try {
            request.run();
        } catch (StoreException e) {
            note("nobody hears: " + e.getMessage());
        }
    }

    /// A request is carried out now.
    Etag land(Late request) {
        if (request.kind() == Late.Kind.WRITE) {
            disturbed.remove(request.key());
        }
        var etag = carryOut(request);
        if (request.key().equals(invariants.metaKey())) {
            invariants.checkClean();
        }
        return etag;
    }

    private Etag carryOut(Late request) {
        check(
                request.epoch() == 0 || request.epoch() >= newestEpoch,
                "I10: publisher " + request.epoch() + " writes " + request.key() + " beside " + newestEpoch);
        if (request.kind() == Late.Kind.DELETE && request.key().value().startsWith("history/")) {
            invariants.checkDelete(request.key());
        }
        var etag = request.effect().get();
        invariants.check();
        return etag;
    }

    boolean isDisturbed(Key key) {
        return disturbed.contains(key);
    }

    /// A publisher that gives its lease back has recorded its doubts: what of its requests is still under way is known.
    void released(long epoch) {
        underWay.replaceAll(late -> late.epoch() == epoch ? late.known() : late);
    }

    /// Whether a first upload may have put something there that was never committed.
    boolean wasDirect(Key key) {
        return direct.contains(key);
    }

    void given(Lease lease) {
        newestEpoch = Math.max(newestEpoch, lease.epoch());
    }

    void planned(Planned.Upload upload) {
        if (upload.target() == Planned.Target.DIRECT) {
            direct.add(upload.key());
        }
        check(
                upload.target() == Planned.Target.STAGED || head == 0,
                "I7: a direct upload over generation " + head + " at " + upload.key());
    }

    void committed(Committed committed, Map<String, String> tree) {
        long generation = committed.head().generation();
        check(generation == head + 1, "a commit made " + generation + " of " + head);
        superseded.put(head, committed.at());
        head = generation;
        trees.put(head, Map.copyOf(tree));
    }

    /// Time passes in small steps, and the hearts of who is awake beat.
    void pass(Duration time) {
        var step = time.dividedBy(60).compareTo(Duration.ofSeconds(5)) > 0 ? time.dividedBy(60) : Duration.ofSeconds(5);
        for (var left = time; left.isPositive(); left = left.minus(step)) {
            clock.turn(step);
            boolean before = calm;
            calm = true;
            actions.beat();
            calm = before;
        }
    }

    /// Whether some call is under way in a process that is awake: that does not last for days.
    boolean isHurried() {
        return hurried > 0;
    }

    /// The head, and what was the head within the undo window.
    List<Long> readable() {
        return LongStream.rangeClosed(0, head)
                .filter(generation -> generation == head
                        || superseded
                                .getOrDefault(generation, Instant.MIN)
                                .plus(timing.undo())
                                .isAfter(now()))
                .boxed()
                .toList();
    }

    Map<String, String> tree(long generation) {
        return new TreeMap<>(trees.getOrDefault(generation, Map.of()));
    }

    long headGeneration() {
        return head;
    }

    /// Once in `many`.
    boolean chance(int many) {
        return dice.nextInt(many) == 0;
    }

    void note(String what) {
        notes.add(now().toString().substring(5, 19) + " " + "  ".repeat(depth) + what);
        if (notes.size() > REMEMBERED) {
            notes.remove();
        }
    }

    void check(boolean holds, String otherwise) {
        if (!holds) {
            fail(otherwise);
        }
    }

    void fail(String what) {
        throw new AssertionError("seed " + seed + ": " + what + "\n  " + String.join("\n  ", notes));
    }

    Instant now() {
        return clock.instant();
    }

    TurnedClock clock() {
        return clock;
    }

    Timing timing() {
        return timing;
    }

    MemoryCatalog catalog() {
        return catalog;
    }

    MemoryStore truth() {
        return truth;
    }

    DatasetId dataset() {
        return dataset;
    }

    Actor actor() {
        return actor;
    }

    String stored(Key key) {
        try (var bytes = truth.read(key, 0, null)) {
            return text(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(InputStream bytes) throws IOException {
        return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }

    static ContentSource bytes(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static Sha256 sha(String text) {
        return Sha256.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static FileEntry file(String path, String text) {
        return new FileEntry(LogicalPath.of(path), sha(text), text.getBytes(StandardCharsets.UTF_8).length);
    }

    NewSession.Driver driver() {
        return chance(3) && !timing.nothingLandsLate() ? NewSession.Driver.CLIENT : NewSession.Driver.SERVER;
    }
}
