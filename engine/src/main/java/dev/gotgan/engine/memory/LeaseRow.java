package dev.gotgan.engine.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who may publish one dataset, and what meta.json said when it was last written.
final class LeaseRow {
    long epoch;
    /// Null while nobody has it.
    @Nullable
    Instant expires;

    /// When the holder was last given rows: whatever it says of them, it sent its requests after this.
    Instant looked = Instant.MIN;

    /// Nobody holding an older epoch may record anything any more.
    void fence() {
        epoch++;
        expires = null;
    }
}
