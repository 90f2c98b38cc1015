package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.session.AbortSessions;
import dev.gotgan.catalog.postgres.session.DatasetLock;
import dev.gotgan.catalog.postgres.session.SessionRow;
import dev.gotgan.catalog.postgres.session.SessionRows;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.CommitPlan;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.Committed;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.Timing;
import java.util.Optional;

/// The steps of a commit, in order, under the lock of its dataset.
final class CommitSession {
    private final SessionRows sessions;
    private final CommitFiles files;
    private final CommitFacts facts;
    private final CommitAnalysis analysis;
    private final CommitRecord record;
    private final AbortSessions sessionEnd;

    CommitSession(Database database, Timing timing) {
        var lock = new DatasetLock(database);
        this.sessions = new SessionRows(database, lock);
        this.files = new CommitFiles(database);
        this.facts = new CommitFacts(database);
        this.analysis = new CommitAnalysis(database);
        this.record = new CommitRecord(database);
        this.sessionEnd = new AbortSessions(database, lock, timing);
    }

    Committed of(CommitPlan plan) {
        var session = sessions.find(plan.session()).orElseThrow(() -> new CommitRefused.SessionGone(plan.session()));
        return switch (session.state()) {
            case ABORTED -> throw new CommitRefused.SessionGone(plan.session());
            case COMMITTED -> record.first(session);
            case OPEN -> commit(session, plan);
        };
    }

    Optional<Committed> findAnswer(SessionId session) {
        return sessions.find(session)
                .filter(row -> row.state() == SessionRow.State.COMMITTED)
                .map(record::first);
    }

    private Committed commit(SessionRow session, CommitPlan plan) {
        var dataset = session.dataset();
        if (!dataset.changeable()) {
            throw new CommitRefused.DatasetGone(dataset.id().value());
        }
        var committed = files.stage(session) == 0 ? record.nothing(session) : change(session, plan);
        sessionEnd.release(session.id(), dataset.id());
        return committed;
    }

    private Committed change(SessionRow session, CommitPlan plan) {
        var dataset = session.dataset();
        if (plan.base() != dataset.generation()) {
            throw new CommitRefused.BaseMoved(plan.base(), dataset.generation());
        }
        files.checkSealed(session);
        var counts = files.move(session);
        facts.add(dataset.id(), plan.facts());
        analysis.write(dataset, plan);
        return record.write(session, plan, counts);
    }
}
