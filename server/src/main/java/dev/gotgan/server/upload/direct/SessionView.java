package dev.gotgan.server.upload.direct;

import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.commit.WriteSessions.Settled;
import dev.gotgan.engine.dataset.DatasetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An open upload: what it is for, who drives it, and how far it is.
///
/// @param files     that it changes
/// @param arrived   of these, how many are known to be in the store; sealing finds out
/// @param unchanged files that it named and the dataset has so already
record SessionView(
        String uploadId,
        DatasetId datasetId,
        boolean labelsOnly,
        String mode,
        String message,
        @Nullable Long base,
        String openedBy,
        Instant openedAt,
        Instant expiresAt,
        long files,
        long bytes,
        long arrived,
        long unchanged) {
    static SessionView of(OpenSession session, Settled settled) {
        var opened = session.opened();
        return new SessionView(
                session.id().toString(),
                opened.dataset(),
                opened.kind() == ChangeKind.LABELS,
                opened.unsent() == NewSession.Unsent.LABELS_REMOVED ? "replace" : "merge",
                opened.message(),
                opened.base(),
                session.person(),
                session.openedAt(),
                session.expiresAt(),
                session.files(),
                session.bytes(),
                settled.sealed(),
                settled.unchanged());
    }
}
