package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.dataset.DatasetId;
import java.util.Optional;

/// Sessions as rows, each read under the lock of its dataset.
public final class SessionRows {
    private final Database database;
    private final DatasetLock lock;

    public SessionRows(Database database, DatasetLock lock) {
        this.database = database;
        this.lock = lock;
    }

    /// Which dataset a session is of, without a lock: it never changes.
    Optional<DatasetId> findDataset(SessionId session) {
        return database.sql("select dataset from upload_sessions where id = :session")
                .param("session", session.value())
                .query((row, n) -> new DatasetId(row.getString("dataset")))
                .optional();
    }

    /// A session in any state, as long as its dataset has a row.
    public Optional<SessionRow> find(SessionId session) {
        return findDataset(session).flatMap(lock::take).flatMap(dataset -> find(session, dataset));
    }

    private Optional<SessionRow> find(SessionId session, LockedDataset dataset) {
        return database.sql("""
                select state, author, kind, message, driver, generation, changed
                  from upload_sessions
                 where id = :session
                """)
                .param("session", session.value())
                .query((row, n) -> new SessionRow(
                        session,
                        dataset,
                        Columns.word(SessionRow.State.class, row, "state"),
                        Columns.userOrNull(row, "author"),
                        row.getString("kind"),
                        row.getString("message"),
                        Columns.word(NewSession.Driver.class, row, "driver"),
                        Columns.longOrNull(row, "generation"),
                        row.getBoolean("changed")))
                .optional();
    }

    /// An open session of a dataset that takes changes; this call keeps it alive.
    ///
    /// @throws CommitRefused if it is not
    SessionRow open(SessionId session) {
        var row = find(session)
                .filter(found -> found.state() == SessionRow.State.OPEN)
                .orElseThrow(() -> new CommitRefused.SessionGone(session));
        if (!row.dataset().changeable()) {
            throw new CommitRefused.DatasetGone(row.dataset().id().value());
        }
        touch(session);
        return row;
    }

    void touch(SessionId session) {
        database.sql("""
                update upload_sessions
                   set expires_at = clock_timestamp() + make_interval(secs => :life)
                 where id = :session and state = 'open'
                """)
                .param("session", session.value())
                .param("life", Columns.seconds(WriteSessions.LIFE))
                .update();
    }
}
