package dev.gotgan.server.web.work;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.publish.LeaseLost;
import dev.gotgan.engine.publish.Publisher;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes a dataset right after a change of it, without keeping the one who changed it for long: mostly
/// the live tree and meta.json are done when they hear that their change was taken, and whatever is not,
/// the sweep does.
public final class PublishSoon {
    private static final Logger LOG = LoggerFactory.getLogger(PublishSoon.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Publisher publisher;
    private final Executor background;

    public PublishSoon(Publisher publisher, Executor background) {
        this.publisher = publisher;
        this.background = background;
    }

    public void run(DatasetId dataset) {
        CompletableFuture.runAsync(() -> publish(dataset), background)
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

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
