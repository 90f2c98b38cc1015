package dev.gotgan.engine.publish;

import dev.gotgan.engine.store.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A lease that is renewed before it grows old, by a heartbeat while a request is under way, and looked at before
/// every request to the store, which is dated before that look.
///
/* If the heart stands still (the whole process was paused) the lease may be lost under a request. That harms nobody:
somebody else gets it only when it has been over for D, by when no request sent under it can land; where D is nothing
[Publisher] never runs twice for a dataset. And whoever comes back from such a request renews before the next one, and
learns there that the lease is lost. */
final class HeldLease implements AutoCloseable {
    static final Duration LIFE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(HeldLease.class);
    private static final Duration YOUNG = LIFE.dividedBy(3);

    private final Lease lease;
    private final PublishRows rows;
    private final ObjectStore store;
    private final InstantSource clock;
    private final Heartbeat.Beating beating;
    private Instant renewed;

    /// @param asked before the lease was asked for
    HeldLease(
            Lease lease, PublishRows rows, ObjectStore store, InstantSource clock, Heartbeat heartbeat, Instant asked) {
        this.lease = lease;
        this.rows = rows;
        this.store = store;
        this.clock = clock;
        this.renewed = asked;
        this.beating = heartbeat.every(YOUNG.dividedBy(2), this::beat);
    }

    /// The lease, good for at least half its life.
    ///
    /// @throws LeaseLost somebody else has it
    synchronized Lease check() {
        var now = clock.instant();
        if (Duration.between(renewed, now).abs().compareTo(YOUNG) > 0) {
            rows.renew(lease, LIFE);
            renewed = now;
        }
        return lease;
    }

    /// The store for the next request.
    ///
    /// @throws LeaseLost somebody else has it
    ObjectStore store() {
        var dated = store.signedNow();
        check();
        return dated;
    }

    private void beat() {
        try {
            check();
        } catch (LeaseLost e) {
            LOG.debug("{}", e.getMessage()); // the next check says so
        } catch (RuntimeException e) {
            LOG.debug("a lease was not renewed, it is tried again: {}", e.toString());
        }
    }

    @Override
    public void close() {
        beating.close();
        rows.release(lease);
    }
}
