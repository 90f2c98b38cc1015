package dev.gotgan.engine.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How many requests may be under way: more by one for each round that went well, half as many once the other side has
/// had too much of them.
///
/* As TCP does it (additive increase, multiplicative decrease). A burst of refusals is one event: after a halving, further
refusals within a second tell nothing new, since they answer requests that were sent before it. */
public final class AdaptiveLimit {
    private static final Duration ONE_EVENT = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(60);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final int most;
    private final Time time;
    private double limit;
    private int underWay;
    private Instant halved = Instant.MIN;
    private Instant restUntil = Instant.MIN;

    public AdaptiveLimit(int first, int most, Time time) {
        this.limit = first;
        this.most = most;
        this.time = time;
    }

    /// Waits for its turn.
    public void acquire() {
        for (var rest = turn(); !rest.isZero(); rest = turn()) {
            time.pause(rest);
        }
    }

    /// Zero when the turn has come, else how long everybody is to rest first.
    private Duration turn() {
        lock.lock();
        try {
            while (underWay >= (int) limit) {
                room.awaitUninterruptibly();
            }
            var now = time.now();
            if (now.isBefore(restUntil)) {
                return Duration.between(now, restUntil);
            }
            underWay++;
            return Duration.ZERO;
        } finally {
            lock.unlock();
        }
    }

    /// One ended well.
    public void succeeded() {
        ended(Math.min(most, limit + 1 / limit));
    }

    /// One ended, and tells nothing about the load.
    public void ended() {
        ended(limit);
    }

    /// One was refused for being one too many.
    ///
    /// @param rest for how long the other side wants to be left alone by everybody
    public void refused(Duration rest) {
        lock.lock();
        try {
            var now = time.now();
            var until = now.plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
            restUntil = until.isAfter(restUntil) ? until : restUntil;
            if (halved.isBefore(now.minus(ONE_EVENT))) {
                halved = now;
                ended(Math.max(1, limit / 2));
            } else {
                ended(limit);
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many may be under way now.
    public int now() {
        lock.lock();
        try {
            return (int) limit;
        } finally {
            lock.unlock();
        }
    }

    private void ended(double next) {
        lock.lock();
        try {
            limit = next;
            underWay--;
            for (int free = (int) limit - underWay; free > 0; free--) {
                room.signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
