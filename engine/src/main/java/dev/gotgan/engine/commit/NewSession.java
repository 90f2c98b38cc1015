package dev.gotgan.engine.commit;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import org.jspecify.annotations.Nullable;

/// What a caller wants to begin.
///
/// @param message what the history will say of it; may be empty
/// @param driver  who sends the bytes: a session that the server drives dies with the server
/// @param unsent  what the commit does to files that the session does not name
/// @param base    the only generation that it may be committed on; null: any
public record NewSession(
        DatasetId dataset,
        Actor actor,
        ChangeKind kind,
        String message,
        Driver driver,
        Unsent unsent,
        @Nullable Long base) {
    public enum Driver {
        SERVER,
        CLIENT
    }

    public enum Unsent {
        KEPT,
        LABELS_REMOVED
    }

    /// A session that touches only what it names, on whatever the head is.
    public NewSession(DatasetId dataset, Actor actor, ChangeKind kind, String message, Driver driver) {
        this(dataset, actor, kind, message, driver, Unsent.KEPT, null);
    }
}
