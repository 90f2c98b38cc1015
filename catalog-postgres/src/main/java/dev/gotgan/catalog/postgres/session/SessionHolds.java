package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions.Hold;

/// Keeps sessions from ending while something of theirs is being written: an advisory lock for each, shared
/// by those who write, exclusive for who ends it. It costs no row and goes with its connection.
final class SessionHolds {
    private final Database database;

    SessionHolds(Database database) {
        this.database = database;
    }

    /// A transaction that lasts until the hold is closed.
    ///
    /// @throws CommitRefused.SessionGone it is not open
    Hold take(SessionId session) {
        var transaction = database.begin();
        try {
            lock("pg_advisory_xact_lock_shared", session);
            checkOpen(session);
            return transaction::close;
        } catch (RuntimeException e) {
            transaction.close();
            throw e;
        }
    }

    /// Waits, in the transaction that ends the session, until nobody holds it; who asks after that is told that it
    /// ended.
    void awaitEnd(SessionId session) {
        lock("pg_advisory_xact_lock", session);
    }

    private void lock(String function, SessionId session) {
        database.sql("select 1 from " + function + "(hashtextextended(:session, 1))")
                .param("session", session.toString())
                .query(Integer.class)
                .single();
    }

    private void checkOpen(SessionId session) {
        var open = database.sql("select 1 from upload_sessions where id = :session and state = 'open'")
                .param("session", session.value())
                .query(Integer.class)
                .optional();
        if (open.isEmpty()) {
            throw new CommitRefused.SessionGone(session);
        }
    }
}
