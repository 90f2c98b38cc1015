package dev.gotgan.engine.publish;

import java.time.Duration;

/// Repeats something beside other work, so that a lease lives through one long request.
@FunctionalInterface
public interface Heartbeat {
    /// Runs `beat` once every `period` until the answer is closed.
    Beating every(Duration period, Runnable beat);

    interface Beating extends AutoCloseable {
        @Override
        void close();
    }
}
