package dev.gotgan.store.s3;

import dev.gotgan.engine.wire.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// The real time for signatures, which a server checks; a wait takes none, since these servers mind no haste.
final class OwnTime implements Time {
    private final AtomicReference<Duration> waited = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void pause(Duration time) {
        waited.accumulateAndGet(time, Duration::plus);
    }

    Duration waited() {
        return waited.get();
    }
}
