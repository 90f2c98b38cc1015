package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// [WriteSessions] on PostgreSQL.
public final class PostgresSessions implements WriteSessions {
    private final Database database;
    private final DatasetLock lock;
    private final SessionRows sessions;
    private final AbortSessions abort;
    private final PlanChanges plan;
    private final SealUploads seal;
    private final OpenSessions open;
    private final SessionHolds holds;

    public PostgresSessions(Database database, Timing timing) {
        this.database = database;
        this.lock = new DatasetLock(database);
        this.sessions = new SessionRows(database, lock);
        this.abort = new AbortSessions(database, lock, timing);
        this.plan = new PlanChanges(database, timing);
        this.seal = new SealUploads(database);
        this.open = new OpenSessions(database);
        this.holds = new SessionHolds(database);
    }

    @Override
    public SessionId open(NewSession wanted) {
        var session = SessionId.random();
        var dataset = wanted.dataset();
        database.run(() -> {
            if (lock.take(dataset).filter(LockedDataset::changeable).isEmpty()) {
                throw new CommitRefused.DatasetGone(dataset.value());
            }
            insert(session, wanted);
        });
        return session;
    }

    private void insert(SessionId session, NewSession wanted) {
        database.sql("""
                insert into upload_sessions (id, dataset, author, kind, message, driver, unsent, base, opened_at, expires_at)
                values (:id, :dataset, :author::integer, :kind, :message, :driver, :unsent, :base::bigint,
                        statement_timestamp(), statement_timestamp() + make_interval(secs => :life))
                """)
                .param("id", session.value())
                .param("dataset", wanted.dataset().value())
                .param("author", Columns.id(wanted.actor()))
                .param("kind", wanted.kind().wire())
                .param("message", Columns.clean(wanted.message()))
                .param("driver", wanted.driver().name().toLowerCase(Locale.ROOT))
                .param("unsent", wanted.unsent().name().toLowerCase(Locale.ROOT))
                .param("base", wanted.base())
                .param("life", Columns.seconds(LIFE))
                .update();
    }

    @Override
    public List<Planned> plan(SessionId session, List<Change> changes) {
        return database.in(() -> plan.of(sessions.open(session), changes));
    }

    @Override
    public List<Planned> restage(SessionId session, List<FileEntry> files) {
        List<Change> changes = files.stream().<Change>map(Change.Put::new).toList();
        return database.in(() -> plan.staged(sessions.open(session), changes));
    }

    @Override
    public void seal(SessionId session, List<Sealed> uploads) {
        database.run(() -> seal.of(sessions.open(session), uploads));
    }

    @Override
    public void touch(SessionId session) {
        sessions.touch(session);
    }

    @Override
    public Optional<OpenSession> find(SessionId session) {
        return open.find(session);
    }

    @Override
    public Settled settled(SessionId session) {
        return open.settled(session);
    }

    @Override
    public List<OpenSession> open(DatasetId dataset) {
        return open.of(dataset);
    }

    @Override
    public void forEachWanted(SessionId session, Consumer<Wanted> each) {
        database.reading(() -> open.forEachWanted(session, each));
    }

    @Override
    public void forEachUnchanged(SessionId session, Consumer<LogicalPath> each) {
        database.reading(() -> open.forEachUnchanged(session, each));
    }

    @Override
    public Hold hold(SessionId session) {
        return holds.take(session);
    }

    @Override
    public void abort(SessionId session) {
        sessions.findDataset(session).ifPresent(dataset -> abort.one(session, dataset));
    }

    @Override
    public int abortExpired(Driverless scope) {
        int aborted = 0;
        for (var expired : expired(scope)) {
            aborted += abort.one(expired.session(), expired.dataset()) ? 1 : 0;
        }
        forgetEnded();
        return aborted;
    }

    private record Expired(SessionId session, DatasetId dataset) {}

    private List<Expired> expired(Driverless scope) {
        return database.sql("""
                select id, dataset
                  from upload_sessions
                 where state = 'open' and (expires_at < clock_timestamp() or (:server and driver = 'server'))
                """)
                .param("server", scope == Driverless.EXPIRED_AND_SERVER_DRIVEN)
                .query((row, n) -> new Expired(
                        new SessionId(row.getObject("id", UUID.class)), new DatasetId(row.getString("dataset"))))
                .list();
    }

    /// A commit call is repeated within minutes; a month later nobody asks for its first answer.
    private void forgetEnded() {
        database.sql("""
                delete from upload_sessions
                 where state <> 'open' and ended_at < clock_timestamp() - interval '30 days'
                """).update();
    }
}
