package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.publish.Lease;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who may publish one dataset, and what meta.json said when it was last written.
public final class LeaseRow {
    public long epoch;
    /// Null while nobody has it.
    @Nullable
    public Instant expires;

    /// When the holder was last given rows: whatever it says of them, it sent its requests after this.
    public Instant looked = Instant.MIN;

    /// The head of that time.
    public long lookedAt;

    /// Nobody holding an older epoch may record anything any more.
    public void fence() {
        epoch++;
        expires = null;
    }

    public boolean isHeld(Lease lease) {
        return expires != null && lease.epoch() == epoch;
    }

    public boolean free(Instant now, Duration grace) {
        return expires == null || !now.isBefore(expires.plus(grace));
    }
}
