package dev.gotgan.engine.people;

import dev.gotgan.engine.dataset.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A program's key to a person's datasets. The token itself is shown once and kept nowhere.
///
/// @param expires null for never
/// @param used    when it last let somebody in, to the hour; null if it never did
public record ApiToken(
        long id,
        UserId owner,
        String name,
        Scope scope,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant used) {
    public enum Scope {
        READ_ONLY,
        READ_WRITE
    }
}
