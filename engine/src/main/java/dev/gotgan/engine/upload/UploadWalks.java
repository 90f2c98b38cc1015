package dev.gotgan.engine.upload;

import dev.gotgan.engine.analysis.AnalyzeHead;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.format.AnalyzeTree;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.upload.survey.SurveyUpload;
import java.nio.file.Path;

/// Puts the walks together from their parts.
///
/// @param spool folder for what a survey writes down on the way
public record UploadWalks(
        WriteSessions sessions, CommitLog commits, Tree tree, ObjectStore store, Path spool, Pause pause) {
    public ReceiveUpload receive() {
        return new ReceiveUpload(new SurveyUpload(spool), commits, steps());
    }

    public DeleteFiles delete() {
        return new DeleteFiles(commits, steps());
    }

    private UploadSteps steps() {
        var commit = new CommitUpload(commits, new AnalyzeHead(tree, new AnalyzeTree()));
        return UploadSteps.of(sessions, tree, store, commit, pause);
    }
}
