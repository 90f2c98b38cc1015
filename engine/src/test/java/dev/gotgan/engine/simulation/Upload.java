package dev.gotgan.engine.simulation;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.CommitPlan;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.Committed;
import dev.gotgan.engine.commit.ImageRowChanges;
import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.content.ContentHash;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One session, a step at a time: plan, send each file, seal, commit. A client's URLs may be used again behind its
/// back; a server's session dies with it.
final class Upload {
    private static final Analysis NOTHING_KNOWN = new Analysis(
            Format.UNKNOWN, TaskType.UNKNOWN, 0, List.of(), List.of(), List.of(), 0, 0, 0, 0, 0, List.of(), List.of());

    private final World world;
    private final Server server;
    private final NewSession.Driver driver;
    private final SessionId id;
    private final Map<String, @Nullable String> wishes;
    private final Map<Key, Planned.Upload> toSend = new TreeMap<>(Key::compareTo);
    private final Map<Key, Etag> arrived = new HashMap<>();
    private List<Planned> planned = List.of();
    private boolean sealed;
    private boolean over;
    private boolean busy;

    Upload(World world, Server server, NewSession.Driver driver, Map<String, @Nullable String> wishes) {
        this.world = world;
        this.server = server;
        this.driver = driver;
        this.wishes = wishes;
        world.meanwhile(server);
        var wanted = new NewSession(world.dataset(), world.actor(), ChangeKind.UPLOAD, "", driver);
        this.id = world.catalog().sessions().open(wanted);
    }

    boolean isOver() {
        return over || server.isDead();
    }

    /// The next thing that this upload does.
    void step() {
        if (busy) {
            return;
        }
        busy = true;
        try {
            world.meanwhile(server);
            if (planned.isEmpty()) {
                plan();
            } else if (!toSend.isEmpty()) {
                send();
            } else if (!sealed) {
                seal();
            } else {
                commit();
            }
        } catch (CommitRefused.BaseMoved e) {
            world.note(this + " plans anew: " + e.getMessage());
        } catch (CommitRefused | StoreException e) {
            world.note(this + " gives up: " + e.getMessage());
            giveUp();
        } finally {
            busy = false;
        }
    }

    void giveUp() {
        world.meanwhile(server);
        world.catalog().sessions().abort(id);
        over = true;
    }

    private void plan() {
        var changes = new ArrayList<Change>();
        wishes.forEach((path, text) -> changes.add(
                text == null ? new Change.Remove(LogicalPath.of(path)) : new Change.Put(World.file(path, text))));
        planned = world.catalog().sessions().plan(id, changes);
        for (var each : planned) {
            if (each instanceof Planned.Upload upload) {
                world.planned(upload);
                toSend.put(upload.key(), upload);
            }
        }
        world.note(this + " plans " + wishes);
        if (driver == NewSession.Driver.CLIENT) {
            var until = world.now().plus(world.timing().quiet());
            toSend.values().forEach(upload -> world.send(replay(upload, until)));
        }
        if (planned.stream().allMatch(each -> each instanceof Planned.Unchanged)) {
            giveUp();
        }
    }

    private Late replay(Planned.Upload upload, Instant until) {
        return new Late(upload.key(), Late.Kind.CREATE, until, 0, 3, () -> {
            var file = upload.file();
            return world.truth().create(upload.key(), file.sha256(), file.size(), World.bytes(text(upload)));
        });
    }

    private String text(Planned.Upload upload) {
        for (var text : wishes.values()) {
            if (text != null && World.sha(text).equals(upload.file().sha256())) {
                return text;
            }
        }
        throw new IllegalStateException("nobody wished for " + upload);
    }

    private void send() {
        if (world.chance(20)) {
            commitTooEarly();
        }
        var upload = toSend.values().iterator().next();
        var file = upload.file();
        Etag etag;
        try {
            var dated = server.store().signedNow();
            world.catalog().sessions().seal(id, List.of()); // refused when the session has ended
            etag = dated.create(upload.key(), file.sha256(), file.size(), World.bytes(text(upload)));
        } catch (StoreException.Exists | StoreException.InDoubt e) {
            etag = lookAt(upload, e);
        }
        arrived.put(upload.key(), etag);
        toSend.remove(upload.key());
    }

    private Etag lookAt(Planned.Upload upload, StoreException why) {
        var there = server.store().head(upload.key()).orElseThrow(() -> why);
        try (var bytes = server.store().read(upload.key(), 0, there.etag())) {
            if (Sha256.hash(bytes).equals(upload.file().sha256())) {
                return there.etag();
            }
        } catch (IOException e) {
            throw new StoreException.Unavailable(upload.key(), e);
        }
        throw why;
    }

    private void commitTooEarly() {
        try {
            world.catalog().commits().commit(plan(next()));
            world.fail("I9: a commit took files that were never sealed");
        } catch (CommitRefused.Unsealed e) {
            world.note(this + " commits too early and is refused");
        }
    }

    private void seal() {
        server.store().settle();
        var seals = new ArrayList<WriteSessions.Sealed>();
        for (var each : planned) {
            if (each instanceof Planned.Upload upload) {
                var etag = arrived.get(upload.key());
                if (etag != null) {
                    seals.add(new WriteSessions.Sealed(upload.path(), etag));
                }
            }
        }
        world.meanwhile(server);
        world.catalog().sessions().seal(id, seals);
        sealed = true;
    }

    private void commit() {
        var plan = plan(next());
        world.meanwhile(server);
        var committed = world.catalog().commits().commit(plan);
        over = true;
        world.committed(committed, next(plan.base()));
        world.note(this + " commits generation " + committed.head().generation());
        world.meanwhile(server);
        if (world.chance(3)) {
            Committed again = world.catalog().commits().commit(plan);
            world.check(again.equals(committed), "a repeated commit answers " + again + ", the first " + committed);
        }
    }

    private record Next(long base, Map<String, String> tree) {}

    private Next next() {
        long base = world.catalog()
                .commits()
                .findHead(world.dataset())
                .orElseThrow()
                .generation();
        return new Next(base, next(base));
    }

    /// What the session really holds, on top of a generation.
    private Map<String, String> next(long base) {
        var tree = new TreeMap<>(world.tree(base));
        for (var each : planned) {
            var path = each.path().value();
            var text = wishes.get(path);
            if (each instanceof Planned.Unchanged) {
                continue;
            }
            if (text == null) {
                tree.remove(path);
            } else {
                tree.put(path, text);
            }
        }
        return tree;
    }

    private CommitPlan plan(Next next) {
        var files = next.tree().entrySet().stream()
                .map(file -> World.file(file.getKey(), file.getValue()))
                .toList();
        return new CommitPlan(
                id,
                next.base(),
                ContentHash.of(files),
                files.size(),
                files.stream().mapToLong(FileEntry::size).sum(),
                NewFacts.NONE,
                NOTHING_KNOWN,
                new ImageRowChanges(List.of(), List.of(), List.of()));
    }

    @Override
    public String toString() {
        return driver + " upload " + id.value().toString().substring(0, 4);
    }
}
