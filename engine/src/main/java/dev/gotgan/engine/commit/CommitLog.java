package dev.gotgan.engine.commit;

import dev.gotgan.engine.dataset.DatasetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The only way to a new head, and the history of how each head came to be.
public interface CommitLog {
    /// One transaction: generation + 1; rows closed and inserted; staged copies durable; changed and removed
    /// paths pending, those uploaded to their live key published; counts, hash, facts; a history row, an audit
    /// row and outbox events; the session's copies that no row uses doomed; its reservations ended, but for
    /// live keys that it may have written without committing them: those are the publisher's, as after an
    /// abort. A dataset that was new becomes live. A session that changes nothing makes no generation: the
    /// answer is the head as it is.
    ///
    /// Repeating it for a committed session gives the first answer. In doubt (the connection broke), repeat it.
    ///
    /// @throws CommitRefused.SessionGone the session was aborted
    /// @throws CommitRefused.DatasetGone the dataset takes no more changes
    /// @throws CommitRefused.BaseMoved   the head is not `base`
    /// @throws CommitRefused.Unsealed    an upload was not sealed since its path was last planned, or a copy
    ///                                   that was present is no longer durable: plan the path again
    Committed commit(CommitPlan plan);

    /// What a committed session's first answer was; empty for every other session.
    Optional<Committed> findCommitted(SessionId session);

    /// The head of a dataset in any state.
    Optional<Head> findHead(DatasetId dataset);

    /// Newest first.
    ///
    /// @param before only generations below it; null from the newest
    List<Entry> history(DatasetId dataset, @Nullable Long before, int limit);

    /// One commit as people read it.
    ///
    /// @param author display name; empty for Gotgan itself or a person who is gone
    record Entry(
            long generation,
            String author,
            Instant at,
            String kind,
            String message,
            long added,
            long changed,
            long removed,
            String contentHash) {}
}
