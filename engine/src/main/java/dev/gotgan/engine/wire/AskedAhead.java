package dev.gotgan.engine.wire;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Links, or whatever else is good for a quarter of an hour: asked for while something else is done, and
/// once more if they have become old before they are used.
public final class AskedAhead<T> {
    private static final Duration OLD = Duration.ofMinutes(5);

    private final Question<T> question;
    private final Time time;
    private @Nullable FutureTask<T> answer;
    private Instant asked = Instant.MIN;

    /// What is asked.
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws IOException;
    }

    public AskedAhead(Question<T> question, Time time) {
        this.question = question;
        this.time = time;
    }

    /// Asks, unless somebody has; waits for nothing.
    public void begin() {
        var _ = under();
    }

    /// Waits for the answer, which is at most five minutes old.
    ///
    /// @throws IOException or whatever else the question threw
    public T get() throws IOException {
        try {
            return under().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    private synchronized FutureTask<T> under() {
        var current = answer;
        if (current == null || asked.plus(OLD).isBefore(time.now())) {
            current = new FutureTask<>(question::ask);
            asked = time.now();
            answer = current;
            Thread.ofPlatform().daemon().name("asked-ahead").start(current);
        }
        return current;
    }
}
