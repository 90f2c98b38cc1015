package dev.gotgan.engine.upload;

import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.store.ObjectStore;

/// Makes what was sent durable before any row may refer to it: one [ObjectStore#settle] for the whole session.
final class SealUpload {
    /// Every upload of the session is in the store, byte for byte, and survives a loss of power.
    record Sealed(SessionId session) {}

    private final ObjectStore store;
    private final WriteSessions sessions;

    SealUpload(ObjectStore store, WriteSessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    Sealed of(SendUpload.Sent upload) {
        store.settle();
        sessions.seal(upload.session(), upload.uploads());
        return new Sealed(upload.session());
    }
}
