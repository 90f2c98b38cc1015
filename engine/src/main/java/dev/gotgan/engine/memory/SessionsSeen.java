package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.SessionRow;
import dev.gotgan.engine.memory.rows.SessionRow.Wish;
import dev.gotgan.engine.store.StoreLayout;
import java.util.Map;
import java.util.stream.Stream;

/// Open sessions as those see them who drive them.
final class SessionsSeen {
    private final CatalogRows all;

    SessionsSeen(CatalogRows all) {
        this.all = all;
    }

    OpenSession session(SessionRow session) {
        var wishes = wishes(session).toList();
        return new OpenSession(
                session.id,
                session.opened,
                all.name(session.opened.actor()),
                session.openedAt,
                session.lastCall.plus(WriteSessions.LIFE),
                wishes.size(),
                wishes.stream().mapToLong(wish -> bytes(wish.change())).sum());
    }

    WriteSessions.Settled settled(SessionRow session) {
        long sealed = wishes(session).filter(WriteSessions.Wanted::sealed).count();
        return new WriteSessions.Settled(sealed, session.unchanged.size());
    }

    private static long bytes(Change change) {
        return change instanceof Change.Put(var file) ? file.size() : 0;
    }

    Stream<WriteSessions.Wanted> wishes(SessionRow session) {
        return session.wishes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(wish -> wish(session, wish.getKey(), wish.getValue()));
    }

    private WriteSessions.Wanted wish(SessionRow session, LogicalPath path, Wish wish) {
        return switch (wish) {
            case Wish.Gone() -> new WriteSessions.Wanted(new Change.Remove(path), null, null, true);
            case Wish.Pinned(var file, var copy) ->
                new WriteSessions.Wanted(new Change.Put(file), copy.key, null, true);
            case Wish.Staged(var file, var copy) -> {
                var upload = new Planned.Upload(file, copy.key, Planned.Target.STAGED);
                yield new WriteSessions.Wanted(new Change.Put(file), copy.key, upload, copy.sealed);
            }
            case Wish.Direct(var file, var sealed) -> {
                var head = all.changeable(session.opened.dataset()).head;
                var key = StoreLayout.live(head.storagePath(), path);
                var upload = new Planned.Upload(file, key, Planned.Target.DIRECT);
                yield new WriteSessions.Wanted(new Change.Put(file), key, upload, sealed != null);
            }
        };
    }
}
