package dev.gotgan.engine.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Time that passes only while somebody waits, and then at once.
final class TurnedTime implements Time {
    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = START;

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void pause(Duration time) {
        pauses.add(time);
        now = now.plus(time);
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
