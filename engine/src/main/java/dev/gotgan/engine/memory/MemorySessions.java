package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.SessionRow;
import dev.gotgan.engine.memory.rows.SessionRow.Wish;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

final class MemorySessions implements WriteSessions {
    private final CatalogRows all;
    private final SessionsSeen seen;

    MemorySessions(CatalogRows all) {
        this.all = all;
        this.seen = new SessionsSeen(all);
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
            return new PlanChanges(all, session, PlanChanges.Keys.LIVE_OR_HISTORY).of(changes);
        });
    }

    @Override
    public List<Planned> restage(SessionId id, List<FileEntry> files) {
        return all.in(() -> {
            var session = all.openSession(id);
            return new PlanChanges(all, session, PlanChanges.Keys.HISTORY)
                    .of(files.stream().<Change>map(Change.Put::new).toList());
        });
    }

    @Override
    public Optional<OpenSession> find(SessionId id) {
        return all.in(() -> Optional.ofNullable(all.sessions.get(id))
                .filter(MemorySessions::isOpen)
                .map(seen::session));
    }

    @Override
    public Settled settled(SessionId id) {
        return all.in(() -> Optional.ofNullable(all.sessions.get(id))
                .filter(MemorySessions::isOpen)
                .map(seen::settled)
                .orElse(new Settled(0, 0)));
    }

    @Override
    public List<OpenSession> open(DatasetId dataset) {
        return all.in(() -> all.sessions.values().stream()
                .filter(MemorySessions::isOpen)
                .filter(session -> session.opened.dataset().equals(dataset))
                .map(seen::session)
                .toList());
    }

    @Override
    public void forEachWanted(SessionId id, Consumer<Wanted> each) {
        all.in(() -> Optional.ofNullable(all.sessions.get(id)).filter(MemorySessions::isOpen).stream()
                        .flatMap(seen::wishes)
                        .toList())
                .forEach(each);
    }

    @Override
    public void forEachUnchanged(SessionId id, Consumer<LogicalPath> each) {
        all.in(() -> Optional.ofNullable(all.sessions.get(id)).filter(MemorySessions::isOpen).stream()
                        .flatMap(session -> session.unchanged.stream())
                        .toList())
                .forEach(each);
    }

    @Override
    public Hold hold(SessionId id) {
        var held = all.hold();
        var session = all.sessions.get(id);
        if (session == null || !isOpen(session)) {
            held.run();
            throw new CommitRefused.SessionGone(id);
        }
        return held::run;
    }

    private static boolean isOpen(SessionRow session) {
        return session.state == SessionRow.State.OPEN;
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
                    .filter(MemorySessions::isOpen)
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
