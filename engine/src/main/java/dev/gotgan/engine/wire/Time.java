package dev.gotgan.engine.wire;

import java.time.Duration;
import java.time.Instant;

/// What time it is, and waiting for it to pass; tests turn it by hand.
public interface Time {
    /// The machine's own.
    Time SYSTEM = new Time() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting", e);
            }
        }
    };

    Instant now();

    void pause(Duration time);
}
