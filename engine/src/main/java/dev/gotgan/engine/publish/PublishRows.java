package dev.gotgan.engine.publish;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.MetaJson;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the publisher knows and records. Each call is one transaction that checks the lease's epoch and throws
/// [LeaseLost] when it is no longer the newest, was released, or the dataset is going away; all times are the
/// database's.
public interface PublishRows {
    /// Datasets with something to publish: pending paths, rechecks that are due, or a meta.json that is behind.
    List<DatasetId> due(int limit);

    /// Takes the lease if it is free or expired for `grace` or longer; empty if somebody has it, or the dataset
    /// is being deleted. Every lease has a higher epoch than those before it.
    Optional<Lease> acquire(DatasetId dataset, Duration life, Duration grace);

    /// Makes the lease last `life` from now, also when it had expired and nobody took it.
    void renew(Lease lease, Duration life);

    /// Gives the lease back; nothing happens to one that is lost.
    void release(Lease lease);

    /// Pending paths that are not reported as drift, and rechecks whose quiet time has come; deletes first,
    /// then in path order.
    List<PublishRow> pending(Lease lease, int limit);

    /// Makes rows in state `copying` for contents that only the live tree has.
    ///
    /// @return their keys, in the order asked
    List<Copying> copying(Lease lease, List<Sha256> contents);

    /// From `copying` to `durable`; a copy that was doomed meanwhile stays doomed.
    void durable(Lease lease, List<Long> copies);

    /// Records what the live keys hold now, as seen by requests sent after the lease's last [#pending]. A row
    /// whose head has changed again stays pending; a row that was not yet quiet at that [#pending] stays on the
    /// list for one recheck; a publisher's reservation on the path ends.
    void published(Lease lease, List<Mark> marks);

    /// An answer was ambiguous: the key may still change for `doubt` from now. A key that is unquiet for longer
    /// stays so.
    void inDoubt(Lease lease, LogicalPath path, Duration doubt);

    /// The live key holds something that was never ours at this path: it is left as it is, reported, and not
    /// retried until the path changes again. A publisher's reservation on the path ends.
    void drifted(Lease lease, LogicalPath path, String what);

    /// Whether `content` was ever committed at `path`, or planned there by a session: finding it there is no
    /// drift.
    boolean everAt(DatasetId dataset, LogicalPath path, Sha256 content);

    /// What meta.json must say, if it is behind: after a commit, and after a change of what people edit. A
    /// dataset that has not had its first commit and was not made empty has none.
    Optional<MetaDue> metaDue(Lease lease);

    /// meta.json as of `revision` was written; if more has changed since, it is still behind.
    void metaWritten(Lease lease, long revision, Etag etag);

    /// A copy under way.
    ///
    /// @param copy its row's id
    record Copying(long copy, Sha256 content, Key key) {}

    /// What was done at one path.
    ///
    /// @param content what is at the live key now: something committed there once; null when it is gone
    /// @param etag    its etag; null when it is gone
    record Mark(
            LogicalPath path,
            @Nullable Sha256 content,
            @Nullable Etag etag) {}

    /// What meta.json must say of the head.
    ///
    /// @param revision to hand to [#metaWritten]
    record MetaDue(long revision, String storagePath, MetaJson document) {}
}
