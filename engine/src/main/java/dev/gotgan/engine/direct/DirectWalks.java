package dev.gotgan.engine.direct;

import dev.gotgan.engine.analysis.AnalyzeHead;
import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.engine.upload.CommitUpload;
import dev.gotgan.engine.upload.survey.SurveyStored;

/// Puts the steps together from their parts.
///
/// @param room that work on uploads may take
public record DirectWalks(
        WriteSessions sessions, CommitLog commits, Tree tree, ObjectStore store, Arriving arriving, Workroom room) {
    /// How it is found out what arrived.
    public record Arriving(StoreTrust trust, Arrivals arrivals) {}

    public SealArrived seal() {
        return new SealArrived(sessions, store, arriving.trust(), arriving.arrivals());
    }

    public PreviewDirect preview() {
        return new PreviewDirect(sessions, commits, tree, contents(), new AnalyzeHead(tree, room.files()));
    }

    private NewContents contents() {
        return new NewContents(commits, tree, new SurveyStored(store, room));
    }

    public CommitDirect commit() {
        var commit = new CommitUpload(commits, new AnalyzeHead(tree, room.files()));
        return new CommitDirect(sessions, commits, tree, seal(), contents(), commit);
    }
}
