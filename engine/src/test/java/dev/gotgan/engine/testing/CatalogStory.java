package dev.gotgan.engine.testing;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.CommitPlan;
import dev.gotgan.engine.commit.Committed;
import dev.gotgan.engine.commit.Head;
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
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.publish.Lease;
import dev.gotgan.engine.publish.PublishRow;
import dev.gotgan.engine.publish.PublishRows;
import dev.gotgan.engine.store.Etag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What happens to datasets in the tests of a catalog, step by step. No bytes move: an upload is said to have arrived.
public final class CatalogStory {
    private static final Analysis NOTHING_KNOWN = new Analysis(
            Format.UNKNOWN, TaskType.UNKNOWN, 0, List.of(), List.of(), List.of(), 0, 0, 0, 0, 0, List.of(), List.of());

    private final CatalogFixture catalog;
    private final UserId person;
    private final Map<SessionId, DatasetId> datasets = new HashMap<>();
    private final Map<SessionId, Map<LogicalPath, Change>> wishes = new HashMap<>();

    public CatalogStory(CatalogFixture catalog) {
        this.catalog = catalog;
        this.person = catalog.person("Ada");
    }

    /// The person, Ada, who does everything that nobody else is named for.
    public Actor actor() {
        return new Actor.Person(person, false, false);
    }

    public static LogicalPath path(String path) {
        return LogicalPath.of(path);
    }

    public static Sha256 sha(String content) {
        return Sha256.hash(content.getBytes(StandardCharsets.UTF_8));
    }

    public static FileEntry file(String path, String content) {
        return new FileEntry(path(path), sha(content), content.getBytes(StandardCharsets.UTF_8).length);
    }

    public static Change put(String path, String content) {
        return new Change.Put(file(path, content));
    }

    public static Change remove(String path) {
        return new Change.Remove(path(path));
    }

    /// What the story's store answers for a content, at any key.
    public static Etag etag(Sha256 content) {
        return new Etag("etag-" + content.hex().substring(0, 8));
    }

    /// A dataset made for an upload.
    public DatasetId fresh() {
        return make(DatasetState.NEW);
    }

    /// A dataset made empty.
    public DatasetId live() {
        return make(DatasetState.LIVE);
    }

    private DatasetId make(DatasetState state) {
        var id = DatasetId.random();
        var wanted = new Datasets.NewDataset(
                id, "Cats", null, person, Visibility.PRIVATE, List.of("pets"), AnalysisHint.NONE);
        catalog.datasets().create(wanted, state, actor());
        return id;
    }

    /// A session that the server drives.
    public SessionId session(DatasetId dataset) {
        return session(dataset, NewSession.Driver.SERVER);
    }

    public SessionId session(DatasetId dataset, NewSession.Driver driver) {
        return session(new NewSession(dataset, actor(), ChangeKind.UPLOAD, "more cats", driver));
    }

    public SessionId session(NewSession wanted) {
        var id = catalog.sessions().open(wanted);
        datasets.put(id, wanted.dataset());
        wishes.put(id, new TreeMap<>());
        return id;
    }

    public List<Planned> plan(SessionId session, Change... changes) {
        var planned = catalog.sessions().plan(session, List.of(changes));
        for (var change : changes) {
            wishes.getOrDefault(session, Map.of()).put(change.path(), change);
        }
        return planned;
    }

    /// Every upload of `planned` is in the store.
    public void arrive(SessionId session, List<Planned> planned) {
        var there = new ArrayList<WriteSessions.Sealed>();
        for (var each : planned) {
            if (each instanceof Planned.Upload upload) {
                there.add(new WriteSessions.Sealed(
                        upload.path(), etag(upload.file().sha256())));
            }
        }
        catalog.sessions().seal(session, there);
    }

    /// A session with these changes whose uploads have arrived.
    public SessionId arrived(DatasetId dataset, Change... changes) {
        var session = session(dataset);
        arrive(session, plan(session, changes));
        return session;
    }

    /// Commits on the present head.
    public Committed commit(SessionId session) {
        return catalog.commits().commit(planOf(session));
    }

    /// A whole upload.
    public Committed upload(DatasetId dataset, Change... changes) {
        return commit(arrived(dataset, changes));
    }

    /// What the session's wishes make of the present head; of its images and labels nothing is said.
    public CommitPlan planOf(SessionId session) {
        return planOf(session, NewFacts.NONE, NOTHING_KNOWN, new ImageRowChanges(List.of(), List.of(), List.of()));
    }

    public CommitPlan planOf(SessionId session, NewFacts facts, Analysis analysis, ImageRowChanges images) {
        var dataset = datasets.getOrDefault(session, DatasetId.random());
        long base = catalog.commits().findHead(dataset).map(Head::generation).orElse(0L);
        var tree = new TreeMap<LogicalPath, FileEntry>();
        files(dataset, base).forEach(file -> tree.put(file.path(), file));
        wishes.getOrDefault(session, Map.of()).forEach((path, change) -> {
            switch (change) {
                case Change.Put put -> tree.put(path, put.file());
                case Change.Remove remove -> tree.remove(remove.path());
            }
        });
        long bytes = tree.values().stream().mapToLong(FileEntry::size).sum();
        var hash = ContentHash.of(tree.values());
        return new CommitPlan(session, base, hash, tree.size(), bytes, facts, analysis, images);
    }

    public Head head(DatasetId dataset) {
        return catalog.commits().findHead(dataset).orElseThrow();
    }

    public List<FileEntry> files(DatasetId dataset, long generation) {
        var files = new ArrayList<FileEntry>();
        catalog.tree().forEachFile(dataset, generation, files::add);
        return files;
    }

    public Lease lease(DatasetId dataset) {
        return catalog.publishing()
                .acquire(dataset, Duration.ofMinutes(1), Duration.ZERO)
                .orElseThrow();
    }

    /// What is to be published now.
    public List<PublishRow> pending(DatasetId dataset) {
        var lease = lease(dataset);
        try {
            return catalog.publishing().pending(lease, 1000);
        } finally {
            catalog.publishing().release(lease);
        }
    }

    /// A publisher's whole run: what must be kept is copied, and every path becomes what the head wants.
    public void publish(DatasetId dataset) {
        var lease = lease(dataset);
        for (var row : catalog.publishing().pending(lease, 1000)) {
            publish(lease, row);
        }
        catalog.publishing()
                .metaDue(lease)
                .ifPresent(due -> catalog.publishing().metaWritten(lease, due.revision(), new Etag("meta")));
        catalog.publishing().release(lease);
    }

    /// One path of a publisher's run.
    public void publish(Lease lease, PublishRow row) {
        var found = row.found();
        if (row.keep() && found != null) {
            var copies = catalog.publishing().copying(lease, List.of(found.sha256()));
            catalog.publishing()
                    .durable(
                            lease,
                            copies.stream().map(PublishRows.Copying::copy).toList());
        }
        catalog.publishing().published(lease, List.of(mark(row)));
    }

    /// The live key holds what the head wants.
    public static PublishRows.Mark mark(PublishRow row) {
        var wanted = row.wanted();
        return wanted == null
                ? new PublishRows.Mark(row.path(), null, null)
                : new PublishRows.Mark(row.path(), wanted.sha256(), etag(wanted.sha256()));
    }
}
