package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.DatasetId;
import java.util.List;
import java.util.UUID;

/// Ends open sessions without a commit.
public final class AbortSessions {
    private final Database database;
    private final DatasetLock lock;
    private final Timing timing;
    private final SessionHolds holds;

    public AbortSessions(Database database, DatasetLock lock, Timing timing) {
        this.database = database;
        this.lock = lock;
        this.timing = timing;
        this.holds = new SessionHolds(database);
    }

    /// Every open session of a dataset whose lock is held.
    public void ofDataset(DatasetId dataset) {
        database.sql("select id from upload_sessions where dataset = :dataset and state = 'open'")
                .param("dataset", dataset.value())
                .query(UUID.class)
                .list()
                .forEach(session -> end(new SessionId(session), dataset));
    }

    /// One session, if it is still open.
    ///
    /// @return whether it was
    boolean one(SessionId session, DatasetId dataset) {
        return database.in(() -> {
            lock.take(dataset);
            return end(session, dataset);
        });
    }

    private boolean end(SessionId session, DatasetId dataset) {
        int open = database.sql("""
                update upload_sessions
                   set state = 'aborted', ended_at = clock_timestamp()
                 where id = :session and state = 'open'
                """).param("session", session.value()).update();
        if (open > 0) {
            release(session, dataset);
        }
        return open > 0;
    }

    /// Gives back all that an ending session holds, but for what the publisher must clear away first.
    public void release(SessionId session, DatasetId dataset) {
        holds.awaitEnd(session);
        doomUploads(session);
        leaveDirectKeys(session, dataset);
        database.sql("delete from reservations where dataset = :dataset and session = :session and not publisher")
                .param("dataset", dataset.value())
                .param("session", session.value())
                .update();
        for (var table : List.of("upload_rows", "upload_unchanged")) {
            database.sql("delete from " + table + " where session = :session")
                    .param("session", session.value())
                    .update();
        }
    }

    private void doomUploads(SessionId session) {
        database.sql("""
                update copies
                   set state = 'doomed', doomed_at = clock_timestamp()
                 where session = :session and state = 'uploading'
                """).param("session", session.value()).update();
    }

    /// Live keys that the session may have written and no commit wanted: the publisher removes them, and holds their
    /// paths until it has. A server that does not know yet that its session has ended may write for a while more.
    private void leaveDirectKeys(SessionId session, DatasetId dataset) {
        database.sql("""
                with direct as (
                    select r.ctid as reservation, p.place
                      from reservations r
                     cross join lateral (
                           select ctid as place from published
                            where dataset = r.dataset and path = r.path
                              and direct_sha is not null and sha256 is null limit 1) p
                     where r.dataset = :dataset and r.session = :session
                ), removed as (
                    update published
                       set pending = true, drift = null,
                           quiet_until = greatest(quiet_until, clock_timestamp() + make_interval(secs => :quiet))
                     where ctid = any (array(select place from direct))
                )
                update reservations
                   set publisher = true
                 where ctid = any (array(select reservation from direct))
                """)
                .param("dataset", dataset.value())
                .param("session", session.value())
                .param("quiet", Columns.seconds(timing.quiet()))
                .update();
    }
}
