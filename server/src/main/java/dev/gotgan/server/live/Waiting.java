package dev.gotgan.server.live;

import dev.gotgan.server.web.live.Told;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What one reader has not been told yet, each thing in its turn. Of one thing only the newest waits, of one that makes
/// progress its last few steps, so that it is seen to move; when too much waits all the same, one event that says so
/// takes its place. So whoever tells never waits for whoever reads.
final class Waiting {
    static final int MOST = 256;
    static final int STEPS = 16;

    private final Told missed;
    private final Map<String, Deque<Told>> events = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    /// @param missed stands for all that was left out
    Waiting(Told missed) {
        this.missed = missed;
    }

    void add(Told told) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (events.size() >= MOST && !events.containsKey(told.name())) {
                events.clear();
                append(missed);
            }
            append(told);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void append(Told told) {
        var waiting = events.computeIfAbsent(told.name(), name -> new ArrayDeque<>());
        if (waiting.size() >= (told.progress() ? STEPS : 1)) {
            waiting.removeLast();
        }
        waiting.add(told);
    }

    /// The oldest; empty after `patience`, or once it is closed.
    Optional<Told> take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (events.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            var first = events.entrySet().iterator();
            if (closed || !first.hasNext()) {
                return Optional.empty();
            }
            var turn = first.next();
            first.remove();
            var told = turn.getValue().remove();
            if (!turn.getValue().isEmpty()) {
                events.put(turn.getKey(), turn.getValue()); // behind all others
            }
            return Optional.of(told);
        } finally {
            lock.unlock();
        }
    }

    /// Nothing more is taken or added.
    void close() {
        lock.lock();
        try {
            closed = true;
            events.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
