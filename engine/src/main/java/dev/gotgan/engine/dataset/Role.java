package dev.gotgan.engine.dataset;

import java.util.Locale;
import java.util.Optional;

/// What a person may do with one dataset, weakest first: a viewer reads and trains, an editor writes, an
/// owner deletes and grants.
public enum Role {
    VIEWER,
    EDITOR,
    OWNER;

    /// The name in JSON and in the database.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> find(String wire) {
        for (var each : values()) {
            if (each.wire().equals(wire)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
