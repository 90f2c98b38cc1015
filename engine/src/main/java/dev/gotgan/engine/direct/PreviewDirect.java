package dev.gotgan.engine.direct;

import dev.gotgan.engine.analysis.AnalyzeHead;
import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.commit.WriteSessions.Wanted;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.direct.answer.Preview;
import dev.gotgan.engine.direct.names.AssumedFacts;
import dev.gotgan.engine.direct.names.Foreseen;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Says what a commit of an open session would make, before anything is sent or when everything is there. It changes
/// nothing.
public final class PreviewDirect {
    private final WriteSessions sessions;
    private final CommitLog commits;
    private final Tree tree;
    private final NewContents contents;
    private final AnalyzeHead analyze;

    PreviewDirect(WriteSessions sessions, CommitLog commits, Tree tree, NewContents contents, AnalyzeHead analyze) {
        this.sessions = sessions;
        this.commits = commits;
        this.tree = tree;
        this.contents = contents;
        this.analyze = analyze;
    }

    /// What `open` would make of the present head; `removals` are paths that shall be gone besides.
    public Preview of(OpenSession open, List<LogicalPath> removals, CommitDirect.Present present) throws IOException {
        var dataset = open.opened().dataset();
        var head = commits.findHead(dataset).orElseThrow(() -> new CommitRefused.DatasetGone(dataset.value()));
        var wanted = new ArrayList<Wanted>();
        sessions.forEachWanted(open.id(), wanted::add);
        var changes = changes(open, head, wanted, removals, present);
        var counts = new Counts(changes);
        tree.forEachFile(dataset, head.generation(), file -> counts.there(file.path()));
        var assumed = assumed(head, wanted);
        var settled = sessions.settled(open.id());
        boolean exact = assumed.isEmpty() || settled.sealed() >= wanted.size();
        var analysis = exact ? read(head, wanted, changes, present) : guessed(head, changes, assumed, present);
        return preview(settled.unchanged(), changes, counts, analysis, exact);
    }

    private Map<LogicalPath, Change> changes(
            OpenSession open,
            Head head,
            List<Wanted> wanted,
            List<LogicalPath> removals,
            CommitDirect.Present present) {
        var changes = new TreeMap<LogicalPath, Change>();
        if (open.opened().unsent() == NewSession.Unsent.LABELS_REMOVED) {
            new UnsentLabels(sessions, tree)
                    .of(open, head.generation(), present.format())
                    .forEach(path -> changes.put(path, new Change.Remove(path)));
        }
        wanted.forEach(each -> changes.put(each.change().path(), each.change()));
        removals.forEach(path -> changes.put(path, new Change.Remove(path)));
        return changes;
    }

    /// Contents that neither the head knows nor anybody has read.
    private AssumedFacts assumed(Head head, List<Wanted> wanted) {
        var assumed = new AssumedFacts();
        for (var each : wanted) {
            if (each.change() instanceof Change.Put(var file)) {
                assumed.add(file.path(), file.sha256());
            }
        }
        tree.forEachFact(head.dataset(), head.generation(), new Tree.FactSink() {
            @Override
            public void image(Sha256 content, ImageFacts facts) {
                assumed.knowImage(content);
            }

            @Override
            public void label(LabelFacts facts) {
                assumed.knowLabel(facts.sha256());
            }
        });
        return assumed;
    }

    private Analysis read(
            Head head, List<Wanted> wanted, Map<LogicalPath, Change> changes, CommitDirect.Present present)
            throws IOException {
        try (var facts = contents.of(head.dataset(), wanted);
                var _ = analyze.room(head)) {
            return analyze.next(head, List.copyOf(changes.values()), facts, present.hint())
                    .analysis();
        }
    }

    private Analysis guessed(
            Head head, Map<LogicalPath, Change> changes, AssumedFacts assumed, CommitDirect.Present present) {
        try (var _ = analyze.room(head)) {
            return analyze.next(head, List.copyOf(changes.values()), assumed, present.hint())
                    .analysis();
        }
    }

    private static Preview preview(
            long unchanged, Map<LogicalPath, Change> changes, Counts counts, Analysis analysis, boolean exact) {
        var sent = changes.values().stream()
                .filter(Change.Put.class::isInstance)
                .map(Change::path)
                .toList();
        var labels = Foreseen.Labels.of(sent, analysis);
        return new Preview(
                counts.added(),
                counts.changed(),
                unchanged,
                counts.removed(),
                labels.matched(),
                labels.orphans(),
                analysis,
                exact,
                remarks(sent));
    }

    private static List<PathDoor.Notice> remarks(List<LogicalPath> sent) {
        var door = new PathDoor();
        for (var path : sent) {
            var _ = door.findPath(path.value());
        }
        return Stream.concat(door.warnings().stream(), door.skipped().stream()).toList();
    }

    /// Changes by what the head has at their paths.
    private static final class Counts {
        private final Set<LogicalPath> puts = new HashSet<>();
        private final Set<LogicalPath> removals = new HashSet<>();
        private long changed;
        private long removed;

        Counts(Map<LogicalPath, Change> changes) {
            changes.forEach((path, change) -> (change instanceof Change.Put ? puts : removals).add(path));
        }

        void there(LogicalPath path) {
            changed += puts.contains(path) ? 1 : 0;
            removed += removals.contains(path) ? 1 : 0;
        }

        long added() {
            return puts.size() - changed;
        }

        long changed() {
            return changed;
        }

        long removed() {
            return removed;
        }
    }
}
