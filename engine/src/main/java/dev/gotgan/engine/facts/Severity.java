package dev.gotgan.engine.facts;

import java.util.Locale;
import java.util.Optional;

/// An error clears training-ready, a warning does not, an info is only told.
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /// The name in JSON and in the database.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> find(String wire) {
        for (var each : values()) {
            if (each.wire().equals(wire)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
