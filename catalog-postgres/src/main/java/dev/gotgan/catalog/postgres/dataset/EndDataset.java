package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.catalog.postgres.people.AuditTrail;
import dev.gotgan.catalog.postgres.publish.Leases;
import dev.gotgan.catalog.postgres.session.AbortSessions;
import dev.gotgan.catalog.postgres.session.DatasetLock;
import dev.gotgan.catalog.postgres.session.LockedDataset;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.catalog.Datasets.Deletion;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A dataset's ways out: to the trash and back, and for good.
final class EndDataset {
    private final Database database;
    private final DatasetLock lock;
    private final Timing timing;
    private final AuditTrail audit;
    private final AbortSessions sessions;

    EndDataset(Database database, DatasetLock lock, Timing timing, AuditTrail audit) {
        this.database = database;
        this.lock = lock;
        this.timing = timing;
        this.audit = audit;
        this.sessions = new AbortSessions(database, lock, timing);
    }

    void trash(DatasetId dataset, Actor actor) {
        if (!lock(dataset, DatasetState.LIVE)) {
            return;
        }
        sessions.ofDataset(dataset);
        database.sql("update datasets set state = 'trash', trashed_at = clock_timestamp() where id = :dataset")
                .param("dataset", dataset.value())
                .update();
        audit.append(actor, "dataset.trash", dataset, Map.of());
    }

    void restore(DatasetId dataset, Actor actor) {
        if (!lock(dataset, DatasetState.TRASH)) {
            return;
        }
        database.sql("update datasets set state = 'live', trashed_at = null where id = :dataset")
                .param("dataset", dataset.value())
                .update();
        audit.append(actor, "dataset.restore", dataset, Map.of());
    }

    Deletion delete(DatasetId dataset, Actor actor) {
        lock.take(dataset)
                .filter(found -> found.state() != DatasetState.DELETING)
                .ifPresent(found -> delete(found, actor));
        return database.sql("select num_files, size_bytes from datasets where id = :dataset")
                .param("dataset", dataset.value())
                .query((row, n) -> new Deletion(row.getLong("num_files"), row.getLong("size_bytes")))
                .optional()
                .orElse(new Deletion(0, 0));
    }

    /// Under the lock that a commit and a new session take too.
    Optional<Deletion> deleteUnused(DatasetId dataset, @Nullable SessionId own, Actor actor) {
        var used = lock.take(dataset).filter(found -> found.generation() > 0 || othersHaveSessions(dataset, own));
        return used.isPresent() ? Optional.empty() : Optional.of(delete(dataset, actor));
    }

    private boolean othersHaveSessions(DatasetId dataset, @Nullable SessionId own) {
        return database.sql("""
                select exists (select from upload_sessions
                                where dataset = :dataset and state = 'open' and id is distinct from :own::uuid)
                """)
                .param("dataset", dataset.value())
                .param("own", own == null ? null : own.value())
                .query(Boolean.class)
                .single();
    }

    private boolean lock(DatasetId dataset, DatasetState wanted) {
        return lock.take(dataset).filter(found -> found.state() == wanted).isPresent();
    }

    private void delete(LockedDataset dataset, Actor actor) {
        sessions.ofDataset(dataset.id());
        Leases.fence(database, dataset.id());
        database.sql("""
                insert into tombstones (id, storage_path, at, by_user)
                values (:dataset, :path, clock_timestamp(), :actor::integer)
                    on conflict do nothing
                """)
                .param("dataset", dataset.id().value())
                .param("path", dataset.storagePath())
                .param("actor", Columns.id(actor))
                .update();
        audit.append(actor, "dataset.delete", dataset.id(), Map.of());
        database.sql("""
                update datasets
                   set state = 'deleting', deleting_at = clock_timestamp(), removal_at = clock_timestamp(),
                       removed_once = false
                 where id = :dataset
                """).param("dataset", dataset.id().value()).update();
    }

    /// New datasets whose session came to nothing begin to be deleted here; whoever made one and opened no session at
    /// all is given [Datasets#FIRST_SESSION].
    List<DatasetId> toRemove(int limit) {
        abandon(abandoned(limit));
        return database.sql("""
                update datasets
                   set removal_at = clock_timestamp()
                 where id in (select id
                                from datasets
                               where state = 'deleting'
                                 and (not removed_once
                                      or deleting_at + make_interval(secs => :quiet) <= clock_timestamp())
                               order by id
                               limit :limit)
                returning id
                """)
                .param("quiet", Columns.seconds(timing.quiet()))
                .param("limit", limit)
                .query((row, n) -> new DatasetId(row.getString("id")))
                .list();
    }

    /// All at once: whoever would have opened a session is dead.
    void abandonNew() {
        abandon(database.sql("select id from datasets where state = 'new' order by id")
                .query((row, n) -> new DatasetId(row.getString("id")))
                .list());
    }

    private void abandon(List<DatasetId> datasets) {
        for (var dataset : datasets) {
            lock.take(dataset)
                    .filter(found -> found.state() == DatasetState.NEW && !hasOpenSession(dataset))
                    .ifPresent(found -> delete(found, new Actor.Itself()));
        }
    }

    private List<DatasetId> abandoned(int limit) {
        return database.sql("""
                select id
                  from datasets d
                 where state = 'new'
                   and not exists (select from upload_sessions s where s.dataset = d.id and s.state = 'open')
                   and (created_at < clock_timestamp() - make_interval(secs => :first)
                        or exists (select from upload_sessions s where s.dataset = d.id))
                 order by id
                 limit :limit
                """)
                .param("first", Columns.seconds(Datasets.FIRST_SESSION))
                .param("limit", limit)
                .query((row, n) -> new DatasetId(row.getString("id")))
                .list();
    }

    private boolean hasOpenSession(DatasetId dataset) {
        return database.sql("""
                select exists (select from upload_sessions where dataset = :dataset and state = 'open')
                """)
                .param("dataset", dataset.value())
                .query(Boolean.class)
                .single();
    }

    /// The pass that removed the objects must have begun when nothing could land any more.
    boolean drop(DatasetId dataset) {
        var locked = lock.take(dataset);
        if (locked.isEmpty() || locked.get().state() != DatasetState.DELETING) {
            return locked.isEmpty();
        }
        boolean over = database.sql("""
                select removal_at >= deleting_at + make_interval(secs => :quiet)
                  from datasets
                 where id = :dataset
                """)
                .param("dataset", dataset.value())
                .param("quiet", Columns.seconds(timing.quiet()))
                .query(Boolean.class)
                .single();
        if (over) {
            new DropRows(database).of(locked.get());
        } else {
            database.sql("update datasets set removed_once = true where id = :dataset")
                    .param("dataset", dataset.value())
                    .update();
        }
        return over;
    }
}
