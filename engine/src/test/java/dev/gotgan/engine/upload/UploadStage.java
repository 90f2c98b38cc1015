package dev.gotgan.engine.upload;

import dev.gotgan.engine.analysis.FileBudget;
import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.memory.MemoryCatalog;
import dev.gotgan.engine.publish.DeleteDoomed;
import dev.gotgan.engine.publish.Heartbeat;
import dev.gotgan.engine.publish.PublishRows;
import dev.gotgan.engine.publish.Publisher;
import dev.gotgan.engine.publish.RemoveDatasets;
import dev.gotgan.engine.publish.Sweep;
import dev.gotgan.engine.read.OpenFile;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.MemoryStore;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreLayout;
import dev.gotgan.engine.testing.CatalogFixture;
import dev.gotgan.engine.testing.TurnedClock;
import dev.gotgan.engine.upload.source.FilesSource;
import dev.gotgan.engine.upload.source.SpooledFile;
import dev.gotgan.engine.upload.survey.ShapeRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person, an empty catalog and an empty store, all in memory, with the real walks between them.
final class UploadStage {
    private final Path spool;
    private final TurnedClock clock = new TurnedClock();
    private final MemoryCatalog catalog = new MemoryCatalog(clock, Timing.embedded());
    private final FailingStore store;
    private final Set<Runnable> hearts = ConcurrentHashMap.newKeySet();
    private final Publisher publisher;
    private final Actor actor = new Actor.Person(CatalogFixture.person(catalog.accounts(), "Kim"), false, false);
    private final UploadWalks walks;
    private Duration waited = Duration.ZERO;

    UploadStage(Path spool) {
        this(spool, new MemoryStore());
    }

    UploadStage(Path spool, ObjectStore store) {
        this(spool, store, new FileBudget(100_000));
    }

    UploadStage(Path spool, ObjectStore store, FileBudget files) {
        this.spool = spool;
        this.store = new FailingStore(store);
        this.publisher = publisher(catalog.publishing());
        this.walks = new UploadWalks(
                catalog.sessions(),
                catalog.commits(),
                catalog.tree(),
                this.store,
                new Workroom(spool, files),
                time -> waited = waited.plus(time));
    }

    DatasetId emptyDataset() {
        var id = DatasetId.random();
        var owner = actor.findId().orElseThrow();
        var wanted = new Datasets.NewDataset(id, "cats", null, owner, Visibility.PRIVATE, List.of(), AnalysisHint.NONE);
        catalog.datasets().create(wanted, DatasetState.LIVE, actor);
        return id;
    }

    Uploaded upload(DatasetId dataset, UploadMode mode, Map<String, String> files) throws IOException {
        return upload(dataset, mode, Format.UNKNOWN, files);
    }

    Uploaded upload(DatasetId dataset, UploadMode mode, Format format, Map<String, String> files) throws IOException {
        var receive = walks.receive();
        try (var survey = receive.survey(new FilesSource(spooled(files)), ShapeRule.AS_SENT)) {
            return receive.commit(
                    survey, new UploadRequest(actor, dataset, mode, format, AnalysisHint.NONE, "a message"));
        }
    }

    private List<SpooledFile> spooled(Map<String, String> files) throws IOException {
        var spooled = new ArrayList<SpooledFile>();
        var all = Files.createTempFile(spool, "parts", ".bin");
        try (var out = Files.newOutputStream(all)) {
            long at = 0;
            for (var file : new TreeMap<>(files).entrySet()) {
                var bytes = file.getValue().getBytes(StandardCharsets.ISO_8859_1);
                out.write(bytes);
                spooled.add(new SpooledFile(file.getKey(), all, at, bytes.length));
                at += bytes.length;
            }
        }
        return spooled;
    }

    Uploaded delete(DatasetId dataset, String... paths) {
        Set<LogicalPath> all = Stream.of(paths).map(LogicalPath::of).collect(Collectors.toSet());
        return walks.delete().run(actor, dataset, all, AnalysisHint.NONE);
    }

    Publisher.Outcome publish(DatasetId dataset) {
        return publisher.publish(dataset);
    }

    /// A publisher that sees the rows as `rows` shows them.
    Publisher publisher(PublishRows rows) {
        return new Publisher(rows, store, Timing.embedded(), clock, this::beating, 4);
    }

    PublishRows rows() {
        return catalog.publishing();
    }

    private Heartbeat.Beating beating(Duration period, Runnable beat) {
        hearts.add(beat);
        return () -> hearts.remove(beat);
    }

    /// Time passes, a few seconds at once, and hearts beat.
    void pass(Duration time) {
        for (var left = time; left.isPositive(); left = left.minusSeconds(5)) {
            clock.turn(Duration.ofSeconds(5));
            hearts.forEach(Runnable::run);
        }
    }

    void sweep() {
        new Sweep(
                        catalog.sessions(),
                        catalog.publishing(),
                        publisher,
                        new DeleteDoomed(catalog.doomed(), store),
                        new RemoveDatasets(catalog.datasets(), store),
                        Timing.embedded())
                .pass();
    }

    String read(DatasetId dataset, long generation, String path) throws IOException {
        var opened = new OpenFile(catalog.tree(), store).find(dataset, generation, LogicalPath.of(path));
        try (var bytes = opened.orElseThrow().bytes()) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /// The plain files of a dataset, without meta.json.
    Map<String, String> liveTree(DatasetId dataset) {
        String prefix = StoreLayout.livePrefix(dataset);
        var tree = new TreeMap<String, String>();
        everything().forEach((key, text) -> {
            if (key.startsWith(prefix) && !key.endsWith(LogicalPath.META)) {
                tree.put(key.substring(prefix.length()), text);
            }
        });
        return tree;
    }

    Map<String, String> history() {
        return everything().entrySet().stream()
                .filter(each -> each.getKey().startsWith("history/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<String, String> everything() {
        var all = new TreeMap<String, String>();
        for (var object : store.list("", null, 10_000)) {
            try (var bytes = store.read(object.key(), 0, null)) {
                all.put(object.key().value(), new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }

    void putFromOutside(DatasetId dataset, String path, String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var key = new Key(StoreLayout.livePrefix(dataset) + path);
        store.create(key, Sha256.hash(bytes), bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /// A session of the server that planned and sent, and then nothing more.
    void dieWhileSending(DatasetId dataset, String path, String text) {
        var session = sessions().open(new NewSession(dataset, actor, ChangeKind.UPLOAD, "", NewSession.Driver.SERVER));
        for (var planned : plan(session, path, text)) {
            if (planned instanceof Planned.Upload upload) {
                var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                store.create(upload.key(), upload.file().sha256(), bytes.length, () -> new ByteArrayInputStream(bytes));
            }
        }
    }

    List<Planned> plan(SessionId session, String path, String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var file = new FileEntry(LogicalPath.of(path), Sha256.hash(bytes), bytes.length);
        return sessions().plan(session, List.of(new Change.Put(file)));
    }

    void failAfterWrites(int writes) {
        store.failAfter(writes);
    }

    long writes() {
        return store.writes();
    }

    WriteSessions sessions() {
        return catalog.sessions();
    }

    Head head(DatasetId dataset) {
        return catalog.commits().findHead(dataset).orElseThrow();
    }

    Actor actor() {
        return actor;
    }

    Duration waited() {
        return waited;
    }
}
