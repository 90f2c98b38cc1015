package dev.gotgan.catalog.postgres.session;

import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.dataset.UserId;
import org.jspecify.annotations.Nullable;

/// A session under the lock of its dataset.
///
/// @param author     null for Gotgan itself
/// @param generation the head after its commit; null while it has not committed
/// @param changed    whether its commit made that head
public record SessionRow(
        SessionId id,
        LockedDataset dataset,
        State state,
        @Nullable UserId author,
        String kind,
        String message,
        NewSession.Driver driver,
        @Nullable Long generation,
        boolean changed) {
    boolean byClient() {
        return driver == NewSession.Driver.CLIENT;
    }

    public enum State {
        OPEN,
        ABORTED,
        COMMITTED
    }
}
