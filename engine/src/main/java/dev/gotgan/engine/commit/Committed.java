package dev.gotgan.engine.commit;

import java.time.Instant;

/// What a commit made. Repeating the call that made it gives the same answer.
///
/// @param added   paths that were not there before
/// @param changed paths with another content than before
/// @param removed paths that are gone
public record Committed(Head head, long added, long changed, long removed, Instant at) {}
