package dev.gotgan.engine.direct;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.commit.WriteSessions.Wanted;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.direct.answer.UploadIncomplete;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.LabelPaths;
import dev.gotgan.engine.upload.CommitUpload;
import dev.gotgan.engine.upload.Uploaded;
import dev.gotgan.engine.upload.source.UploadRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The end of a session that a client drove: what it sent is sealed, asked what it is, and committed.
public final class CommitDirect {
    private final WriteSessions sessions;
    private final CommitLog commits;
    private final Tree tree;
    private final SealArrived seal;
    private final NewContents contents;
    private final CommitUpload commit;

    CommitDirect(
            WriteSessions sessions,
            CommitLog commits,
            Tree tree,
            SealArrived seal,
            NewContents contents,
            CommitUpload commit) {
        this.sessions = sessions;
        this.commits = commits;
        this.tree = tree;
        this.seal = seal;
        this.contents = contents;
        this.commit = commit;
    }

    /// What the dataset is now.
    ///
    /// @param format decides which files are labels
    public record Present(Format format, AnalysisHint hint) {}

    /// Whether `session` made a head of `dataset` already, so that [#run] only repeats its answer.
    public boolean isCommitted(SessionId session, DatasetId dataset) {
        return commits.findCommitted(session)
                .filter(made -> made.head().dataset().equals(dataset))
                .isPresent();
    }

    /// Commits `session`; `removals` are paths that shall be gone besides. Repeating it gives the first answer.
    ///
    /// @throws UploadIncomplete something has not arrived; the session stays open
    /// @throws UploadRefused    by the rules of labels-only; the session stays open
    /// @throws CommitRefused    nothing was changed
    public Uploaded run(SessionId session, List<LogicalPath> removals, Present present) throws IOException {
        var answered = commits.findCommitted(session);
        if (answered.isPresent()) {
            return Uploaded.again(answered.get());
        }
        var open = sessions.find(session).orElseThrow(() -> new CommitRefused.SessionGone(session));
        long unchanged = sessions.settled(session).unchanged();
        remove(open, removals, present);
        var sealed = seal.of(session);
        if (!sealed.missing().isEmpty()) {
            throw new UploadIncomplete(sealed.missing());
        }
        var wanted = wanted(session);
        if (open.opened().kind() == ChangeKind.LABELS) {
            checkLabels(wanted, present.format());
        }
        try (var facts = contents.of(open.opened().dataset(), wanted)) {
            var changes = wanted.stream().map(Wanted::change).toList();
            var all = new CommitUpload.Sealed(
                    session, open.opened().dataset(), changes, open.opened().base());
            var result = commit.of(all, facts, present.hint());
            var made = result.committed();
            return new Uploaded(
                    made.head(),
                    made.added(),
                    made.changed(),
                    made.removed(),
                    unchanged,
                    changes.isEmpty() ? Optional.empty() : Optional.of(result.analysis()),
                    remarks(changes));
        }
    }

    /// What is to be said of the names, as any other way in says it.
    private static List<PathDoor.Notice> remarks(List<Change> changes) {
        var door = new PathDoor();
        for (var change : changes) {
            if (!(change instanceof Change.Remove)) {
                door.pass(change.path());
            }
        }
        return door.warnings();
    }

    private Head head(OpenSession open) {
        var dataset = open.opened().dataset();
        return commits.findHead(dataset).orElseThrow(() -> new CommitRefused.DatasetGone(dataset.value()));
    }

    /// What the caller names, and labels that were not sent where the session replaces them.
    private void remove(OpenSession open, List<LogicalPath> removals, Present present) {
        var gone = new HashSet<>(removals);
        if (open.opened().unsent() == NewSession.Unsent.LABELS_REMOVED) {
            gone.addAll(new UnsentLabels(sessions, tree).of(open, head(open).generation(), present.format()));
        }
        if (!gone.isEmpty()) {
            sessions.plan(
                    open.id(),
                    gone.stream().sorted().<Change>map(Change.Remove::new).toList());
        }
    }

    private List<Wanted> wanted(SessionId session) {
        var wanted = new ArrayList<Wanted>();
        sessions.forEachWanted(session, wanted::add);
        return wanted;
    }

    /// A name may lie, the first bytes don't.
    private void checkLabels(List<Wanted> wanted, Format format) {
        if (!LabelPaths.areFiles(format)) {
            throw new UploadRefused(
                    "labels_only_unsupported",
                    "In an imagefolder dataset the folder is the label: move the images instead.",
                    List.of());
        }
        var images = contents.images(wanted).stream()
                .filter(path -> !LabelPaths.isMask(format, path))
                .map(path -> new UploadRefused.Offence(path.value(), "an image"))
                .toList();
        if (!images.isEmpty()) {
            throw new UploadRefused(
                    "labels_only_violation",
                    "%d of %d files are images; nothing was changed. Send label files only, or upload without labels_only."
                            .formatted(images.size(), wanted.size()),
                    images);
        }
    }
}
