package dev.gotgan.server.running;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The real time, as far ahead as a test turned it.
public final class TurnedClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    public void turn(Duration by) {
        ahead = ahead.plus(by);
    }
}
