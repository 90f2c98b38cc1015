package dev.gotgan.engine.direct;

import dev.gotgan.engine.analysis.FileBudget;
import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.NewSession.Unsent;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.hash.Md5;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.direct.PlanDirect.Answer;
import dev.gotgan.engine.direct.answer.Preview;
import dev.gotgan.engine.direct.live.TakeFromLive;
import dev.gotgan.engine.direct.names.ForeseeNames;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.memory.MemoryCatalog;
import dev.gotgan.engine.publish.DeleteDoomed;
import dev.gotgan.engine.publish.Publisher;
import dev.gotgan.engine.store.CountingStore;
import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.MemoryStore;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreLayout;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.engine.testing.CatalogFixture;
import dev.gotgan.engine.testing.TurnedClock;
import dev.gotgan.engine.upload.UploadMode;
import dev.gotgan.engine.upload.UploadRequest;
import dev.gotgan.engine.upload.Uploaded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A client, an empty catalog and an empty store, all in memory, with the real steps between them. A link is the number
/// of an upload that it was made for.
final class DirectStage {
    private final TurnedClock clock = new TurnedClock();
    private final MemoryCatalog catalog = new MemoryCatalog(clock, Timing.embedded());
    final CountingStore store;
    private final Actor actor = new Actor.Person(CatalogFixture.person(catalog.accounts(), "Kim"), false, false);
    private final Map<String, Planned.Upload> links = new HashMap<>();
    private final DirectWalks walks;
    private final PlanDirect plan;
    private final Map<SessionId, DatasetId> datasets = new HashMap<>();

    DirectStage(Path spool) {
        this(spool, StoreTrust.of(DirectUpload.LIVE, false, false));
    }

    DirectStage(Path spool, StoreTrust trust) {
        this(spool, trust, new MemoryStore());
    }

    DirectStage(Path spool, StoreTrust trust, ObjectStore kept) {
        store = new CountingStore(kept);
        var announced = new AnnouncedMd5();
        walks = new DirectWalks(
                catalog.sessions(),
                catalog.commits(),
                catalog.tree(),
                store,
                new DirectWalks.Arriving(trust, new TrustedArrivals(trust, announced, new HashArrivals(store))),
                new Workroom(spool, new FileBudget(1000)));
        var live = new TakeFromLive(catalog.tree(), store, catalog.sessions());
        plan = new PlanDirect(catalog.sessions(), this::link, trust, announced, live);
    }

    private PutLinks.Link link(SessionId session, Planned.Upload upload) {
        var url = "link/" + links.size();
        links.put(url, upload);
        return new PutLinks.Link(url, "PUT", Map.of(), Instant.EPOCH);
    }

    DatasetId emptyDataset() {
        var id = DatasetId.random();
        var owner = actor.findId().orElseThrow();
        var wanted = new Datasets.NewDataset(id, "cats", null, owner, Visibility.PRIVATE, List.of(), AnalysisHint.NONE);
        catalog.datasets().create(wanted, DatasetState.LIVE, actor);
        return id;
    }

    SessionId begin(DatasetId dataset) {
        return begin(dataset, ChangeKind.UPLOAD, Unsent.KEPT, null);
    }

    SessionId begin(DatasetId dataset, ChangeKind kind, Unsent unsent, @Nullable Long base) {
        var id = sessions().open(new NewSession(dataset, actor, kind, "", NewSession.Driver.CLIENT, unsent, base));
        datasets.put(id, dataset);
        return id;
    }

    List<Answer> plan(SessionId session, String... pathsAndTexts) {
        return plan(session, Format.UNKNOWN, pathsAndTexts);
    }

    List<Answer> plan(SessionId session, Format format, String... pathsAndTexts) {
        OpenSession open = sessions().find(session).orElseThrow();
        var rows = Stream.iterate(0, i -> i < pathsAndTexts.length, i -> i + 2)
                .map(i -> row(pathsAndTexts[i], pathsAndTexts[i + 1]))
                .toList();
        return plan.of(open, rows, format);
    }

    static PlanDirect.Row row(String path, String text) {
        var bytes = bytes(text);
        return new PlanDirect.Row(path, bytes.length, Sha256.hash(bytes), Md5.hash(bytes));
    }

    void send(Answer answer, String text) {
        if (answer instanceof Answer.Send(var link)) {
            put(Objects.requireNonNull(links.get(link.url())).key(), text);
        }
    }

    void put(Key key, String text) {
        var bytes = bytes(text);
        store.create(key, Sha256.hash(bytes), bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /// Plans, sends and commits.
    Uploaded upload(DatasetId dataset, String... pathsAndTexts) throws IOException {
        var session = begin(dataset);
        var answers = plan(session, pathsAndTexts);
        for (int i = 0; i < answers.size(); i++) {
            send(answers.get(i), pathsAndTexts[2 * i + 1]);
        }
        return commit(session);
    }

    SealArrived.Sealed seal(SessionId session) {
        return walks.seal().of(session);
    }

    Uploaded commit(SessionId session, String... removals) throws IOException {
        return commit(session, Format.UNKNOWN, removals);
    }

    Uploaded commit(SessionId session, Format format, String... removals) throws IOException {
        var gone = Stream.of(removals).map(LogicalPath::of).toList();
        return walks.commit().run(session, gone, new CommitDirect.Present(format, AnalysisHint.NONE));
    }

    Preview preview(SessionId session, Format format, String... removals) throws IOException {
        var gone = Stream.of(removals).map(LogicalPath::of).toList();
        var open = sessions().find(session).orElseThrow();
        return walks.preview().of(open, gone, new CommitDirect.Present(format, AnalysisHint.NONE));
    }

    ForeseeNames names() {
        return new ForeseeNames(catalog.commits(), catalog.tree(), new FileBudget(1000));
    }

    UploadRequest request(DatasetId dataset, UploadMode mode, Format format) {
        return new UploadRequest(actor, dataset, mode, format, AnalysisHint.NONE, "");
    }

    /// Clears away what sessions have left.
    void collect() {
        new DeleteDoomed(catalog.doomed(), store).run();
    }

    WriteSessions sessions() {
        return catalog.sessions();
    }

    Head head(DatasetId dataset) {
        return catalog.commits().findHead(dataset).orElseThrow();
    }

    /// The plain files of a dataset after its publisher ran, without meta.json.
    Map<String, String> published(DatasetId dataset) throws IOException {
        new Publisher(catalog.publishing(), store, Timing.embedded(), clock, (period, beat) -> () -> {}, 4)
                .publish(dataset);
        String prefix = StoreLayout.livePrefix(dataset);
        var tree = new TreeMap<String, String>();
        for (var object : store.list(prefix, null, 1000)) {
            var path = object.key().value().substring(prefix.length());
            if (!path.equals(LogicalPath.META)) {
                try (var bytes = store.read(object.key(), 0, null)) {
                    tree.put(path, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return tree;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
