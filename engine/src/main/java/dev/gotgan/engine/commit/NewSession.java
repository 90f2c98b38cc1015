package dev.gotgan.engine.commit;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;

/// What a caller wants to begin.
///
/// @param message what the history will say of it; may be empty
/// @param driver  who sends the bytes: a session that the server drives dies with the server
public record NewSession(DatasetId dataset, Actor actor, ChangeKind kind, String message, Driver driver) {
    public enum Driver {
        SERVER,
        CLIENT
    }
}
