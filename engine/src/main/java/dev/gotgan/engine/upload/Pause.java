package dev.gotgan.engine.upload;

import java.time.Duration;

/// Waiting, so that tests need not.
@FunctionalInterface
public interface Pause {
    void forA(Duration time);
}
