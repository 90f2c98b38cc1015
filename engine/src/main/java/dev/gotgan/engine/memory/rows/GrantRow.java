package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A role that was given.
///
/// @param by null for Gotgan itself
public record GrantRow(Role role, @Nullable UserId by, Instant at) {}
