package dev.gotgan.engine.direct;

import dev.gotgan.engine.analysis.AnalyzeHead;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.format.AnalyzeTree;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.upload.CommitUpload;
import dev.gotgan.engine.upload.survey.SurveyStored;
import java.nio.file.Path;

/// Puts the steps together from their parts.
///
/// @param spool folder for what a survey writes down on the way
public record DirectWalks(
        WriteSessions sessions, CommitLog commits, Tree tree, ObjectStore store, Arrivals arrivals, Path spool) {
    public SealArrived seal() {
        return new SealArrived(sessions, store, arrivals);
    }

    public CommitDirect commit() {
        var survey = new SurveyStored(store, spool);
        var commit = new CommitUpload(commits, new AnalyzeHead(tree, new AnalyzeTree()));
        return new CommitDirect(sessions, commits, tree, seal(), new NewContents(commits, tree, survey), commit);
    }
}
