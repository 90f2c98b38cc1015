package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.catalog.postgres.people.AuditTrail;
import dev.gotgan.catalog.postgres.publish.Leases;
import dev.gotgan.catalog.postgres.session.AbortSessions;
import dev.gotgan.catalog.postgres.session.DatasetLock;
import dev.gotgan.catalog.postgres.session.LockedDataset;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.care.ExpiredTrash;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// [ExpiredTrash] on PostgreSQL.
public final class PostgresExpiredTrash implements ExpiredTrash {
    private final Database database;
    private final DatasetLock lock;
    private final AbortSessions sessions;

    public PostgresExpiredTrash(Database database, Timing timing) {
        this.database = database;
        this.lock = new DatasetLock(database);
        this.sessions = new AbortSessions(database, lock, timing);
    }

    @Override
    public List<DatasetId> list(Duration kept, int limit) {
        return database.sql("""
                select id
                  from datasets
                 where state = 'trash' and trashed_at <= clock_timestamp() - make_interval(secs => :kept)
                 order by trashed_at
                 limit :limit
                """)
                .param("kept", Columns.seconds(kept))
                .param("limit", limit)
                .query((row, n) -> new DatasetId(row.getString("id")))
                .list();
    }

    @Override
    public boolean drop(DatasetId dataset, Duration kept) {
        return database.in(() -> {
            var locked = lock.take(dataset).filter(found -> found.state() == DatasetState.TRASH);
            if (locked.isEmpty() || !settled(dataset, kept)) {
                return false;
            }
            drop(locked.get());
            return true;
        });
    }

    private void drop(LockedDataset dataset) {
        sessions.ofDataset(dataset.id());
        Leases.fence(database, dataset.id());
        database.sql("""
                insert into tombstones (id, storage_path, at, history_due)
                values (:dataset, :path, clock_timestamp(), true)
                    on conflict do nothing
                """)
                .param("dataset", dataset.id().value())
                .param("path", dataset.storagePath())
                .update();
        new AuditTrail(database).append(new Actor.Itself(), "dataset.purge", dataset.id(), Map.of());
        new DropRows(database).of(dataset);
    }

    /// What was found at a live key and was never ours is somebody else's: it stays, and nothing waits for it.
    private boolean settled(DatasetId dataset, Duration kept) {
        return database.sql("""
                select d.trashed_at <= clock_timestamp() - make_interval(secs => :kept)
                       and d.meta_wanted <= d.meta_written
                       and not exists (select from published p
                                        where p.dataset = d.id and (p.pending and p.drift is null or p.recheck))
                       and not exists (select from reservations r where r.dataset = d.id)
                  from datasets d
                 where d.id = :dataset
                """)
                .param("dataset", dataset.value())
                .param("kept", Columns.seconds(kept))
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<DatasetId> withHistory(int limit) {
        return database.sql("select id from tombstones where history_due order by at limit :limit")
                .param("limit", limit)
                .query((row, n) -> new DatasetId(row.getString("id")))
                .list();
    }

    @Override
    public void historyRemoved(DatasetId dataset) {
        database.sql("update tombstones set history_due = false where id = :dataset")
                .param("dataset", dataset.value())
                .update();
    }
}
