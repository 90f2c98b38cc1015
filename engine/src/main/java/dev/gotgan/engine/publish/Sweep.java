package dev.gotgan.engine.publish;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.dataset.DatasetId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that must happen in the end although whoever began it may be dead: one pass, safe to run at any
/// time.
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int AT_ONCE = 1000;

    private final WriteSessions sessions;
    private final PublishRows pending;
    private final Publisher publisher;
    private final DeleteDoomed doomed;
    private final RemoveDatasets removed;
    private final Timing timing;

    public Sweep(
            WriteSessions sessions,
            PublishRows pending,
            Publisher publisher,
            DeleteDoomed doomed,
            RemoveDatasets removed,
            Timing timing) {
        this.sessions = sessions;
        this.pending = pending;
        this.publisher = publisher;
        this.doomed = doomed;
        this.removed = removed;
        this.timing = timing;
    }

    /// What a server does before its first pass: ends what its predecessor was driving when it died. Where nothing
    /// lands late, the store's lock proves that there is no other server, so nobody waits for what a dead one held.
    public void takeOver() {
        sessions.abortExpired(WriteSessions.Driverless.EXPIRED_AND_SERVER_DRIVEN);
        if (timing.nothingLandsLate()) {
            pending.endLeases();
            removed.takeOver();
        }
    }

    public void pass() {
        sessions.abortExpired(WriteSessions.Driverless.EXPIRED);
        pending.due(AT_ONCE).forEach(this::publish);
        doomed.run();
        removed.run();
    }

    /// One dataset's trouble must not keep the others waiting.
    private void publish(DatasetId dataset) {
        try {
            publisher.publish(dataset);
        } catch (LeaseLost e) {
            LOG.debug("{}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("publishing {} failed, it is tried again: {}", dataset, e.toString());
        }
    }
}
