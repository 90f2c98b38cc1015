package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.SessionRow;
import dev.gotgan.engine.memory.rows.SessionRow.Wish;
import java.util.List;

final class MemorySessions implements WriteSessions {
    private final CatalogRows all;

    MemorySessions(CatalogRows all) {
        this.all = all;
    }

    @Override
    public SessionId open(NewSession wanted) {
        return all.in(() -> {
            var dataset = all.changeable(wanted.dataset());
            var session = new SessionRow(wanted, all.now());
            all.sessions.put(session.id, session);
            dataset.begun = true;
            return session.id;
        });
    }

    @Override
    public List<Planned> plan(SessionId id, List<Change> changes) {
        return all.in(() -> {
            var session = all.openSession(id);
            return new PlanChanges(all, session).of(changes);
        });
    }

    @Override
    public void seal(SessionId id, List<Sealed> uploads) {
        all.run(() -> {
            var session = all.openSession(id);
            for (var upload : uploads) {
                switch (session.wishes.get(upload.path())) {
                    case Wish.Direct direct ->
                        session.wishes.put(upload.path(), new Wish.Direct(direct.file(), upload.etag()));
                    case Wish.Staged staged -> staged.copy().sealed = true;
                    case Wish.Pinned pinned -> {}
                    case Wish.Gone() -> {}
                    case null -> {}
                }
            }
        });
    }

    @Override
    public void touch(SessionId id) {
        all.run(() -> {
            var session = all.sessions.get(id);
            if (session != null && session.state == SessionRow.State.OPEN) {
                session.lastCall = all.now();
            }
        });
    }

    @Override
    public void abort(SessionId id) {
        all.run(() -> {
            var session = all.sessions.get(id);
            if (session != null) {
                all.abort(session);
            }
        });
    }

    @Override
    public int abortExpired(Driverless scope) {
        return all.in(() -> {
            var gone = all.sessions.values().stream()
                    .filter(session -> session.state == SessionRow.State.OPEN)
                    .filter(session -> expired(session) || orphaned(session, scope))
                    .toList();
            gone.forEach(all::abort);
            return gone.size();
        });
    }

    private boolean expired(SessionRow session) {
        return session.lastCall.plus(LIFE).isBefore(all.now());
    }

    private static boolean orphaned(SessionRow session, Driverless scope) {
        return scope == Driverless.EXPIRED_AND_SERVER_DRIVEN && session.opened.driver() == NewSession.Driver.SERVER;
    }
}
