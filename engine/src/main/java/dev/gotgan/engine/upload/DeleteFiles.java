package dev.gotgan.engine.upload;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.upload.survey.FreshFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The walk of removing files: the same session and the same commit as an upload, without bytes.
public final class DeleteFiles {
    private final CommitLog commits;
    private final UploadSteps steps;

    DeleteFiles(CommitLog commits, UploadSteps steps) {
        this.commits = commits;
        this.steps = steps;
    }

    /// Removes `paths` in one commit; a path that is not there is no error.
    ///
    /// @throws CommitRefused nothing was changed
    public Uploaded run(Actor actor, DatasetId dataset, Set<LogicalPath> paths, AnalysisHint hint) {
        var changes = new ArrayList<Change>();
        paths.stream().sorted().forEach(path -> changes.add(new Change.Remove(path)));
        var wanted = new NewSession(dataset, actor, ChangeKind.DELETE, "", NewSession.Driver.SERVER);
        try (var opened = steps.open().run(wanted, changes)) {
            var held = opened.held(changes);
            if (held.isEmpty()) {
                var head = commits.findHead(dataset).orElseThrow(() -> new CommitRefused.DatasetGone(dataset.value()));
                return new Uploaded(head, 0, 0, 0, 0, Optional.empty(), List.of());
            }
            var sealed = steps.seal().of(new SendUpload.Sent(opened.session(), List.of()));
            var all = new CommitUpload.Sealed(sealed.session(), dataset, held, null);
            var result = steps.commit().of(all, FreshFacts.NONE, hint);
            var made = result.committed();
            return new Uploaded(made.head(), 0, 0, made.removed(), 0, Optional.of(result.analysis()), List.of());
        }
    }
}
