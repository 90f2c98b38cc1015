package dev.gotgan.engine.publish;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.MetaJson;
import dev.gotgan.engine.store.ObjectStore;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    public Publisher(PublishRows rows, ObjectStore store, Timing timing, InstantSource clock) {
        this.rows = rows;
        this.store = store;
        this.timing = timing;
        this.clock = clock;
    }

    /// How a run ended.
    public enum Outcome {
        /// The live tree is the head, as far as it can be; what can't be published is reported as drift.
        DRAINED,
        /// Another publisher has the lease.
        BUSY
    }

    /// Publishes what is pending now.
    ///
    /// @throws LeaseLost another publisher took over meanwhile; nothing is lost
    public Outcome publish(DatasetId dataset) {
        var lease = rows.acquire(dataset, HeldLease.LIFE, timing.inDoubt());
        if (lease.isEmpty()) {
            return Outcome.BUSY;
        }
        try {
            LOG.info("upload step publish {}", dataset);
            drain(new HeldLease(lease.get(), rows, clock));
            return Outcome.DRAINED;
        } finally {
            rows.release(lease.get());
        }
    }

    private void drain(HeldLease lease) {
        var meta = new PublishMeta(rows, store, lease);
        var batches = new PublishBatch(rows, store, timing, lease);
        var tried = new HashSet<LogicalPath>();
        for (var batch = untried(lease, tried); !batch.isEmpty(); batch = untried(lease, tried)) {
            if (batch.stream().anyMatch(row -> row.found() != null)) {
                meta.announce(MetaJson.Tree.PUBLISHING);
            }
            batches.run(batch);
        }
        meta.announce(MetaJson.Tree.CLEAN);
    }

    /// A path that could not be published stays pending: it is tried once a run.
    private List<PublishRow> untried(HeldLease lease, Set<LogicalPath> tried) {
        return rows.pending(lease.check(), BATCH + tried.size()).stream()
                .filter(row -> tried.add(row.path()))
                .limit(BATCH)
                .toList();
    }
}
