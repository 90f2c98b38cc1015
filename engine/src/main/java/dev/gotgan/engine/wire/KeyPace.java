package dev.gotgan.engine.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Leaves a pause between two writes of one key, which R2 and others refuse to take faster.
///
/* Writers of one key queue up: each books the next free moment and waits for it. Moments that have passed tell nothing
and are dropped once there are many. */
public final class KeyPace {
    private static final int MANY = 10_000;

    private final Map<String, Instant> booked = new ConcurrentHashMap<>();
    private final Duration pause;
    private final Time time;

    public KeyPace(Duration pause, Time time) {
        this.pause = pause;
        this.time = time;
    }

    /// Returns when `key` may be written. The pause runs from here, so call it right before the request.
    public void await(String key) {
        var now = time.now();
        var turn = booked.merge(key, now, (last, any) -> {
            var next = last.plus(pause);
            return next.isAfter(now) ? next : now;
        });
        if (booked.size() > MANY) {
            booked.values().removeIf(moment -> moment.plus(pause).isBefore(now));
        }
        if (turn.isAfter(now)) {
            time.pause(Duration.between(now, turn));
        }
    }
}
