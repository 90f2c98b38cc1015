package dev.gotgan.catalog.postgres.publish;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.publish.Lease;
import dev.gotgan.engine.publish.PublishRow;
import dev.gotgan.engine.publish.PublishRows;
import dev.gotgan.engine.store.Etag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// [PublishRows] on PostgreSQL.
public final class PostgresPublishRows implements PublishRows {
    private final Database database;
    private final Leases leases;
    private final PendingPaths pending;
    private final KeptCopies copies;
    private final MetaRows meta;

    public PostgresPublishRows(Database database, Timing timing) {
        this.database = database;
        this.leases = new Leases(database);
        this.pending = new PendingPaths(database, timing);
        this.copies = new KeptCopies(database);
        this.meta = new MetaRows(database);
    }

    @Override
    public List<DatasetId> due(int limit) {
        return database.sql("""
                select id
                  from datasets
                 where state <> 'deleting' and id in (
                       select dataset from published where pending and drift is null
                       union
                       select dataset from published
                        where recheck and not pending and quiet_until <= clock_timestamp()
                       union
                       select id from datasets where meta_wanted > meta_written
                       union
                       select id from datasets where meta_recheck and meta_unquiet_until <= clock_timestamp())
                 order by id
                 limit :limit
                """)
                .param("limit", limit)
                .query((row, n) -> new DatasetId(row.getString("id")))
                .list();
    }

    @Override
    public Optional<Lease> acquire(DatasetId dataset, Duration life, Duration grace) {
        return leases.acquire(dataset, life, grace);
    }

    @Override
    public void renew(Lease lease, Duration life) {
        leases.renew(lease, life);
    }

    @Override
    public void endLeases() {
        leases.endAll();
    }

    @Override
    public void release(Lease lease) {
        leases.release(lease);
    }

    @Override
    public List<PublishRow> pending(Lease lease, int limit) {
        return leases.in(lease, () -> pending.list(lease, limit));
    }

    @Override
    public List<Copying> copying(Lease lease, List<Sha256> contents) {
        return leases.in(lease, () -> copies.begin(lease.dataset(), contents));
    }

    @Override
    public Set<Long> durable(Lease lease, List<Long> ids) {
        return leases.in(lease, () -> copies.finish(lease.dataset(), ids));
    }

    @Override
    public void published(Lease lease, List<Mark> marks) {
        leases.run(lease, () -> pending.mark(lease, marks));
    }

    @Override
    public void inDoubt(Lease lease, LogicalPath path, Duration doubt) {
        leases.run(
                lease,
                () -> database.sql("""
                update published
                   set quiet_until = greatest(quiet_until, clock_timestamp() + make_interval(secs => :doubt))
                 where dataset = :dataset and path = :path
                """)
                        .param("dataset", lease.dataset().value())
                        .param("path", path.value())
                        .param("doubt", Columns.seconds(doubt))
                        .update());
    }

    @Override
    public void drifted(Lease lease, LogicalPath path, String what) {
        leases.run(lease, () -> pending.leave(lease, path, what));
    }

    @Override
    public void obstructed(Lease lease, LogicalPath path, String what) {
        leases.run(lease, () -> {
            if (!pending.waits(lease, path)) {
                pending.leave(lease, path, what);
            }
        });
    }

    @Override
    public boolean everAt(DatasetId dataset, LogicalPath path, Sha256 content) {
        return database.sql("""
                select exists (select from files where dataset = :dataset and path = :path and sha256 = :content)
                    or exists (select from published
                                where dataset = :dataset and path = :path and direct_sha = :content)
                    or exists (select from upload_sessions s join upload_rows u on u.session = s.id
                                where s.dataset = :dataset and s.state = 'open'
                                  and u.path = :path and u.sha256 = :content)
                """)
                .param("dataset", dataset.value())
                .param("path", path.value())
                .param("content", content.bytes())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<MetaDue> metaDue(Lease lease) {
        return leases.in(lease, () -> meta.findDue(lease.dataset()));
    }

    @Override
    public void metaWritten(Lease lease, long revision, Etag etag) {
        leases.run(lease, () -> meta.written(lease.dataset(), revision, etag));
    }

    @Override
    public void metaInDoubt(Lease lease, Duration doubt) {
        leases.run(lease, () -> meta.inDoubt(lease.dataset(), doubt));
    }
}
