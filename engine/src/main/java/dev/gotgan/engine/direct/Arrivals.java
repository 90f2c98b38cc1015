package dev.gotgan.engine.direct;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.store.Etag;
import java.util.Optional;

/// Says whether a planned content lies at its key. Nothing that a client says counts.
public interface Arrivals {
    /// The etag of the object at the upload's key if its bytes are the planned ones, durable or not; empty while
    /// nothing is there.
    ///
    /// @param look tells what lies at the key
    /// @throws Foreign something else is there
    Optional<Etag> find(SessionId session, Planned.Upload upload, Look look);

    /// The key holds an object that was never this upload's.
    final class Foreign extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Foreign(Planned.Upload upload) {
            super("another object lies where " + upload.path() + " was to go");
        }
    }
}
