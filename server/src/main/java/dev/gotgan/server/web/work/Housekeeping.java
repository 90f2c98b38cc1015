package dev.gotgan.server.web.work;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repeats a piece of work until it is closed, whatever becomes of one round.
public final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration LAST_ROUND = Duration.ofSeconds(10);

    private final Thread thread;
    private volatile boolean closing;

    private Housekeeping(Runnable round, Duration pause) {
        this.thread = Thread.ofVirtual().name("housekeeping").unstarted(() -> repeat(round, pause));
    }

    /// Begins with a round at once.
    public static Housekeeping of(Runnable round, Duration pause) {
        var keeping = new Housekeeping(round, pause);
        keeping.thread.start();
        return keeping;
    }

    private void repeat(Runnable round, Duration pause) {
        while (!closing) {
            try {
                round.run();
            } catch (RuntimeException e) {
                LOG.warn("a round of housekeeping failed, the next one comes: {}", e.toString());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Waits for the round under way, if it is quick.
    @Override
    public void close() {
        closing = true;
        try {
            if (thread.getState() == Thread.State.TIMED_WAITING) {
                thread.interrupt();
            }
            thread.join(LAST_ROUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
