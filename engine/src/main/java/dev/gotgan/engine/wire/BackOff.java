package dev.gotgan.engine.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait before asking again.
///
/* Exponential with full jitter: of many clients that were refused together, no two come back together. Compared by Marc
Brooker (AWS Architecture Blog, "Exponential Backoff And Jitter", 2015), where it finished soonest with the fewest calls. */
public final class BackOff {
    private final Duration first;
    private final Duration most;
    private final int attempts;
    private final RandomGenerator random;

    /// @param first    the longest first wait; each further one may be twice as long
    /// @param most     no wait is longer
    /// @param attempts how often something is tried in all
    public BackOff(Duration first, Duration most, int attempts, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.attempts = attempts;
        this.random = random;
    }

    /// Eight attempts in half a minute or so.
    public static BackOff usual() {
        return new BackOff(Duration.ofMillis(200), Duration.ofSeconds(20), 8, RandomGenerator.getDefault());
    }

    /// The wait after attempt number `attempt` (from 1); empty when that was the last one. A wish of the
    /// other side to be left alone comes on top ([AdaptiveLimit#refused]).
    public Optional<Duration> afterAttempt(int attempt) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        long ceiling = Math.min(most.toMillis(), first.toMillis() << Math.min(attempt - 1, 30));
        return Optional.of(Duration.ofMillis(random.nextLong(ceiling + 1)));
    }
}
