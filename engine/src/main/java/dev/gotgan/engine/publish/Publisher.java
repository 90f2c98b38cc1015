package dev.gotgan.engine.publish;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.ObjectStore;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one dataset's live tree equal its head, then says so in meta.json.
///
/* The database is the truth and the live tree follows it, so this may be killed after any line and simply run again.
Order of each batch: what a retained generation still needs of the old content is made durable first, only then is a
live key overwritten or removed, and `published` is marked last. */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final int BATCH = 1000;

    private final PublishRows rows;
    private final ObjectStore store;
    private final Timing timing;
    private final InstantSource clock;
    private final Heartbeat heartbeat;
    private final int inFlight;
    private final Set<DatasetId> running = ConcurrentHashMap.newKeySet();

    /// One for a process: two would publish one dataset at the same time where a lease has no grace.
    ///
    /// @param inFlight how many files are under way at once
    public Publisher(
            PublishRows rows,
            ObjectStore store,
            Timing timing,
            InstantSource clock,
            Heartbeat heartbeat,
            int inFlight) {
        this.rows = rows;
        this.store = store;
        this.timing = timing;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.inFlight = inFlight;
    }

    /// How a run ended.
    public enum Outcome {
        /// The live tree is the head, as far as it can be; what can't be published is reported as drift.
        DRAINED,
        /// Something is still to be done: its answer was lost, or a commit came at the end.
        LEFT,
        /// Somebody else publishes it.
        BUSY
    }

    /// Publishes what is pending now.
    ///
    /// @throws LeaseLost another publisher took over meanwhile; nothing is lost
    public Outcome publish(DatasetId dataset) {
        if (!running.add(dataset)) {
            return Outcome.BUSY;
        }
        try {
            return underLease(dataset);
        } finally {
            running.remove(dataset);
        }
    }

    private Outcome underLease(DatasetId dataset) {
        var asked = clock.instant();
        var lease = rows.acquire(dataset, HeldLease.LIFE, timing.inDoubt());
        if (lease.isEmpty()) {
            return Outcome.BUSY;
        }
        try (var held = new HeldLease(lease.get(), rows, store, clock, heartbeat, asked)) {
            LOG.info("upload step publish {}", dataset);
            return drain(held) ? Outcome.DRAINED : Outcome.LEFT;
        }
    }

    private boolean drain(HeldLease lease) {
        var meta = new PublishMeta(rows, timing, lease);
        var batches = new PublishBatch(rows, timing, lease, inFlight);
        var tried = new HashSet<PublishRow>();
        for (; ; ) {
            var batch = untried(lease, tried);
            if (batch.isEmpty() && meta.conclude()) {
                return true;
            }
            if (batch.isEmpty()) {
                batch = untried(lease, tried); // what a commit brought since
            }
            if (batch.isEmpty()) {
                return false;
            }
            if (batch.stream().anyMatch(row -> row.found() != null)) {
                meta.announce();
            }
            batches.run(batch);
        }
    }

    /// A path that could not be published stays pending: it is tried again in this run only if it has changed.
    private List<PublishRow> untried(HeldLease lease, Set<PublishRow> tried) {
        return rows.pending(lease.check(), BATCH + tried.size()).stream()
                .filter(row -> !tried.contains(row))
                .limit(BATCH)
                .peek(tried::add)
                .toList();
    }
}
