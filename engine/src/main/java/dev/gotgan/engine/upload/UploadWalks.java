package dev.gotgan.engine.upload;

import dev.gotgan.engine.analysis.AnalyzeHead;
import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.upload.survey.SurveyUpload;

/// Puts the walks together from their parts.
///
/// @param room that work on uploads may take
public record UploadWalks(
        WriteSessions sessions, CommitLog commits, Tree tree, ObjectStore store, Workroom room, Pause pause) {
    public ReceiveUpload receive() {
        return new ReceiveUpload(new SurveyUpload(room), commits, steps());
    }

    public DeleteFiles delete() {
        return new DeleteFiles(commits, steps());
    }

    private UploadSteps steps() {
        var commit = new CommitUpload(commits, new AnalyzeHead(tree, room.files()));
        return UploadSteps.of(sessions, tree, store, commit, pause);
    }
}
