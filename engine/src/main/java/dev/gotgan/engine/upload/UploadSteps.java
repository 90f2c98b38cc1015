package dev.gotgan.engine.upload;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.store.ObjectStore;

/// The steps after the survey, in their order.
record UploadSteps(PlanUpload plan, OpenUpload open, SendUpload send, SealUpload seal, CommitUpload commit) {
    static UploadSteps of(WriteSessions sessions, Tree tree, ObjectStore store, CommitUpload commit, Pause pause) {
        return new UploadSteps(
                new PlanUpload(tree),
                new OpenUpload(sessions, pause),
                new SendUpload(store, sessions),
                new SealUpload(store, sessions),
                commit);
    }
}
