package dev.gotgan.engine.direct;

import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.content.hash.Md5;
import dev.gotgan.engine.store.Key;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Under which MD5 clients announced what they would send.
///
/* Kept in this process only: it saves reading what arrived, and whoever does not know it reads. After a restart nothing is
known until the client plans again. */
public final class AnnouncedMd5 {
    private static final int MOST = 500_000;

    private final Map<Sending, Md5> announced = new ConcurrentHashMap<>();

    private record Sending(SessionId session, Key key) {}

    void note(SessionId session, Key key, Md5 md5) {
        if (announced.size() >= MOST) {
            announced.clear(); // of sessions that nobody ended; the others are read
        }
        announced.put(new Sending(session, key), md5);
    }

    Optional<Md5> find(SessionId session, Key key) {
        return Optional.ofNullable(announced.get(new Sending(session, key)));
    }

    /// It has arrived.
    void forget(SessionId session, Key key) {
        announced.remove(new Sending(session, key));
    }
}
