package dev.gotgan.engine.direct.names;

import dev.gotgan.engine.analysis.AnalyzeHead;
import dev.gotgan.engine.analysis.FileBudget;
import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.format.AnalyzeTree;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.upload.LabelsOnly;
import dev.gotgan.engine.upload.UploadMode;
import dev.gotgan.engine.upload.UploadRequest;
import dev.gotgan.engine.upload.source.UploadRefused;
import dev.gotgan.engine.upload.survey.ShapeRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Says what an upload would make, from the names and sizes of its files: of a dataset that is not there yet, or of one
/// of which a client can't say the hashes because it has an archive in its hands. Nothing is opened and nothing kept.
///
/// What the names would refuse is refused with the words of the upload.
public final class ForeseeNames {
    private final CommitLog commits;
    private final Tree tree;
    private final FileBudget budget;

    public ForeseeNames(CommitLog commits, Tree tree, FileBudget budget) {
        this.commits = commits;
        this.tree = tree;
        this.budget = budget;
    }

    /// A file as a list of contents has it.
    public record Named(String path, long size) {}

    /// As a dataset of its own.
    ///
    /// @throws dev.gotgan.engine.content.PathRefused a name that is not let in
    /// @throws dev.gotgan.engine.analysis.TooManyFiles there is no room to think about so many
    public Foreseen ofNew(List<Named> names, ShapeRule shape, AnalysisHint hint) {
        try (var room = budget.share()) {
            room.sent(names.size());
            var sent = Sent.of(names);
            var top = shape.top(sent.files, sent.facts);
            var files = some(top.isEmpty() ? sent.files : ShapeRule.below(top, sent.files));
            var analysis = new AnalyzeTree().of(files, sent.facts, hint);
            var labels = Foreseen.Labels.of(files.stream().map(FileEntry::path).toList(), analysis);
            return new Foreseen(new Foreseen.Changes(files.size(), 0, 0, 0), labels, top, analysis, sent.remarks);
        }
    }

    /// Into the dataset that `request` names.
    ///
    /// @throws UploadRefused by the rules of labels-only
    /// @throws dev.gotgan.engine.content.PathRefused a name that is not let in
    /// @throws dev.gotgan.engine.analysis.TooManyFiles there is no room to think about so many
    public Foreseen into(UploadRequest request, List<Named> names) {
        var head = commits.findHead(request.dataset())
                .orElseThrow(
                        () -> new CommitRefused.DatasetGone(request.dataset().value()));
        var analyze = new AnalyzeHead(tree, budget);
        try (var room = analyze.room(head)) {
            room.sent(names.size());
            var sent = Sent.of(names);
            var paths = sent.files.stream().map(FileEntry::path).toList();
            var labels = LabelsOnly.check(
                    request.mode(), request.format(), paths, path -> ContentRole.of(path) == ContentRole.IMAGE);
            var merge = new Merge(sent.files, request.mode() == UploadMode.LABELS_REPLACE ? labels : path -> false);
            tree.forEachFile(head.dataset(), head.generation(), merge::there);
            var analysis = analyze.next(head, merge.changes(), sent.facts, request.hint())
                    .analysis();
            return new Foreseen(merge.counts(), Foreseen.Labels.of(paths, analysis), "", analysis, sent.remarks);
        }
    }

    private static List<FileEntry> some(List<FileEntry> files) {
        if (files.isEmpty()) {
            throw new UploadRefused(
                    "archive_empty", "There is no file in this upload that could be stored.", List.of());
        }
        return files;
    }

    /// What came through the door.
    ///
    /// @param files in path order; the hash of a name stands for that of the content, which nobody knows
    private record Sent(List<FileEntry> files, AssumedFacts facts, List<PathDoor.Notice> remarks) {
        static Sent of(List<Named> names) {
            var door = new PathDoor();
            var files = new ArrayList<FileEntry>();
            var facts = new AssumedFacts();
            for (var named : names) {
                door.findPath(named.path()).ifPresent(path -> {
                    var content = Sha256.hash(path.value().getBytes(StandardCharsets.UTF_8));
                    files.add(new FileEntry(path, content, named.size()));
                    facts.add(path, content);
                });
            }
            var remarks = Stream.concat(door.warnings().stream(), door.skipped().stream())
                    .toList();
            return new Sent(some(files.stream().sorted().toList()), facts, remarks);
        }
    }

    /* A path that holds as many bytes as would come is left as it is: most often nothing has changed, and the facts of
    what is there are better than what a name promises. */
    /// Beside what the head has.
    private static final class Merge {
        private final HashMap<LogicalPath, FileEntry> coming = new HashMap<>();
        private final List<Change> removals = new ArrayList<>();
        private final Predicate<LogicalPath> replaces;
        private final int sent;
        private long replaced;
        private long sameSize;

        Merge(List<FileEntry> files, Predicate<LogicalPath> replaces) {
            files.forEach(file -> coming.put(file.path(), file));
            this.sent = files.size();
            this.replaces = replaces;
        }

        void there(FileEntry present) {
            var now = coming.get(present.path());
            if (now == null) {
                if (replaces.test(present.path())) {
                    removals.add(new Change.Remove(present.path()));
                }
            } else if (now.size() == present.size()) {
                sameSize++;
                coming.remove(present.path());
            } else {
                replaced++;
            }
        }

        List<Change> changes() {
            return Stream.concat(coming.values().stream().map(Change.Put::new), removals.stream())
                    .toList();
        }

        Foreseen.Changes counts() {
            return new Foreseen.Changes(sent - replaced - sameSize, replaced, sameSize, removals.size());
        }
    }
}
