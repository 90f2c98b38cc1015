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
import java.util.Set;
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

    /// Ends every lease there is, and dooms the copies that were under way. Only for who knows that no other publisher
    /// is alive, and that nothing it sent can still land.
    void endLeases();

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
    ///
    /// @return those of `copies` that are durable now
    Set<Long> durable(Lease lease, List<Long> copies);

    /// Records what the live keys hold now, as seen by requests sent after the lease's last [#pending]. A row
    /// whose head has changed again stays pending; a row that was not yet quiet at that [#pending] stays on the
    /// list for one recheck; a publisher's reservation on the path ends.
    void published(Lease lease, List<Mark> marks);

    /// An answer was ambiguous: the key may still change for `doubt` from now. A key that is unquiet for longer
    /// stays so.
    void inDoubt(Lease lease, LogicalPath path, Duration doubt);

    /// The live key holds something that was never ours at this path: it is left as it is, reported, and not
    /// retried until the path changes again. A publisher's reservation on the path ends. Nothing happens to a path
    /// that a commit changed after the lease's last [#pending]: what was found there was judged by an old wish.
    void drifted(Lease lease, LogicalPath path, String what);

    /// A file stands where the path needs a folder, or the other way round. That is drift, unless a folder of the
    /// path or a path below it is still to be published: then the path stays pending and waits for that.
    void obstructed(Lease lease, LogicalPath path, String what);

    /// Whether `content` was ever committed at `path`, or planned there by a session: finding it there is no
    /// drift.
    boolean everAt(DatasetId dataset, LogicalPath path, Sha256 content);

    /// What meta.json must say, if it is behind: after a commit, after a change of what people edit, after a
    /// doubt. A dataset that has not had its first commit and was not made empty has none.
    Optional<MetaDue> metaDue(Lease lease);

    /// meta.json as of `revision` was written by a request sent after the lease's last [#metaDue]; if more has
    /// changed since, it is still behind. If an older request may still have landed after that look, it is due once
    /// more when none can any more.
    void metaWritten(Lease lease, long revision, Etag etag);

    /// The answer to a write of meta.json was lost: it may still change for `doubt` from now.
    void metaInDoubt(Lease lease, Duration doubt);

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
    /// @param tree     whether the live tree is the head in this very transaction, as far as it is not drift
    record MetaDue(long revision, String storagePath, MetaJson document, MetaJson.Tree tree) {}
}
