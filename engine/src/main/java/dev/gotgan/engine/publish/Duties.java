package dev.gotgan.engine.publish;

import dev.gotgan.engine.dataset.DatasetId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes on in the background of a server: a dataset is published soon after its commit, and a sweep comes
/// by every
/// few seconds for whatever nobody told of.
public final class Duties implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);

    private final Publisher publisher;
    private final Sweep sweep;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sweep").factory());
    private final ExecutorService publishers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("publish-", 0).factory());
    private final ConcurrentHashMap<DatasetId, Call> calls = new ConcurrentHashMap<>();

    private enum Call {
        ANSWERED,
        AGAIN
    }

    public Duties(Publisher publisher, Sweep sweep) {
        this.publisher = publisher;
        this.sweep = sweep;
    }

    /// Begins to sweep; the first pass runs at once.
    public void start(Duration every) {
        var _ = clockwork.scheduleWithFixedDelay(this::pass, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// The dataset has something to publish. Returns at once; calls that come while it is published are one
    /// more run.
    public void publishSoon(DatasetId dataset) {
        calls.compute(dataset, (id, call) -> {
            if (call != null) {
                return Call.AGAIN;
            }
            publishers.execute(() -> publish(id));
            return Call.ANSWERED;
        });
    }

    private void publish(DatasetId dataset) {
        do {
            try {
                publisher.publish(dataset);
            } catch (LeaseLost e) {
                LOG.debug("{}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.warn("publishing {} failed, the next sweep tries again: {}", dataset, e.toString());
            }
        } while (calls.compute(dataset, (id, call) -> call == Call.AGAIN ? Call.ANSWERED : null) != null);
    }

    private void pass() {
        try {
            sweep.pass();
        } catch (RuntimeException e) {
            LOG.warn("a sweep failed, the next one goes on: {}", e.toString());
        }
    }

    /// Ends in good order: what is under way is finished, for up to ten seconds; whatever is left a later
    /// server does.
    @Override
    public void close() {
        clockwork.shutdown();
        publishers.shutdown();
        try {
            if (!clockwork.awaitTermination(5, TimeUnit.SECONDS) || !publishers.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.info("stopped in the middle of publishing; the next start goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
