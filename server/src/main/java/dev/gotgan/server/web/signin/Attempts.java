package dev.gotgan.server.web.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How often somebody may fail within a while. An attempt is counted before it is made, so that many at
/// once can't slip through, and given back if it succeeds.
///
/* In memory on purpose: a restart forgives everybody, which no guesser can bring about, and no attempt costs a write. */
public final class Attempts {
    private static final int PEOPLE = 100_000;

    private final int limit;
    private final Duration window;
    private final InstantSource clock;
    private final Map<String, ArrayDeque<Instant>> made = new LinkedHashMap<>(16, 0.75f, true);

    public Attempts(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    /// Counts one.
    ///
    /// @return how long to wait, if there were too many; then it was not counted
    public synchronized Optional<Duration> findWait(String who) {
        var now = clock.instant();
        forgetOldest();
        var times = made.computeIfAbsent(who, any -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.peekFirst().plus(window).isAfter(now)) {
            times.removeFirst();
        }
        if (times.size() >= limit) {
            return Optional.of(Duration.between(now, times.getFirst().plus(window)));
        }
        times.addLast(now);
        return Optional.empty();
    }

    /// The last one was no failure.
    public synchronized void giveBack(String who) {
        var times = made.get(who);
        if (times != null) {
            times.pollLast();
        }
    }

    public synchronized void forget(String who) {
        made.remove(who);
    }

    /// Bounds the memory: whoever was quiet longest is forgotten.
    private void forgetOldest() {
        if (made.size() >= PEOPLE) {
            made.remove(made.keySet().iterator().next());
        }
    }
}
