package dev.gotgan.engine.people;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who did what, when. Every change that a port makes writes its own entry in its own transaction;
/// [#append] is for what changes nothing there, as a failed sign-in.
public interface AuditLog {
    /// Writes an entry.
    ///
    /// @param action as `login.failed`
    /// @param detail small facts; never a secret
    void append(Actor actor, String action, @Nullable DatasetId dataset, Map<String, String> detail);

    /// Newest first.
    ///
    /// @param before only entries below this id; null from the newest
    List<Entry> list(@Nullable Long before, int limit);

    /// One thing that was done.
    ///
    /// @param user  null for Gotgan itself, an anonymous caller, or a person who is gone
    /// @param email of that person; null where there is none
    record Entry(
            long id,
            Instant at,
            @Nullable UserId user,
            @Nullable String email,
            String action,
            @Nullable DatasetId dataset,
            Map<String, String> detail) {}
}
