package dev.gotgan.engine.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A lease that is renewed before it grows old, so that long work keeps it. Checked before every request to the
/// store.
final class HeldLease {
    static final Duration LIFE = Duration.ofMinutes(1);

    private final Lease lease;
    private final PublishRows rows;
    private final InstantSource clock;
    private Instant renewed;

    HeldLease(Lease lease, PublishRows rows, InstantSource clock) {
        this.lease = lease;
        this.rows = rows;
        this.clock = clock;
        this.renewed = clock.instant();
    }

    /// The lease, good for at least half its life.
    ///
    /// @throws LeaseLost somebody else has it
    synchronized Lease check() {
        var now = clock.instant();
        if (Duration.between(renewed, now).compareTo(LIFE.dividedBy(3)) > 0) {
            rows.renew(lease, LIFE);
            renewed = now;
        }
        return lease;
    }
}
