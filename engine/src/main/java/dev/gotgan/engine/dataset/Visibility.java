package dev.gotgan.engine.dataset;

import java.util.Locale;
import java.util.Optional;

/// Who may see a dataset without a role on it: everyone, nobody, or the members of its organization.
public enum Visibility {
    PUBLIC,
    PRIVATE,
    ORGANIZATION;

    /// The name in JSON and in the database.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Visibility> find(String wire) {
        for (var each : values()) {
            if (each.wire().equals(wire)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
