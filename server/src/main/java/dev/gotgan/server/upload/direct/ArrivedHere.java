package dev.gotgan.server.upload.direct;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.direct.Arrivals;
import dev.gotgan.engine.direct.Look;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoredObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What this process wrote and hashed itself need not be hashed again; a look tells whether it is still
/// what was written. After a restart nothing is known here, and everything is hashed.
final class ArrivedHere implements Arrivals {
    private static final int MOST = 500_000;

    private final Map<Written, Etag> written = new ConcurrentHashMap<>();
    private final Arrivals otherwise;

    ArrivedHere(Arrivals otherwise) {
        this.otherwise = otherwise;
    }

    private record Written(SessionId session, Key key) {}

    /// The planned bytes were written to `key`.
    void note(SessionId session, Key key, Etag etag) {
        if (written.size() >= MOST) {
            written.clear(); // of sessions that nobody ended; the others are hashed
        }
        written.put(new Written(session, key), etag);
    }

    @Override
    public Optional<Etag> find(SessionId session, Planned.Upload upload, Look look) {
        var noted = written.remove(new Written(session, upload.key()));
        return noted == null
                ? otherwise.find(session, upload, look)
                : look.at(upload.key())
                        .map(StoredObject::etag)
                        .filter(noted::equals)
                        .or(() -> otherwise.find(session, upload, look));
    }
}
