package dev.gotgan.engine.commit;

import java.time.Duration;

/// The times that the protocol rests on (`spec/upload-protocol.md`).
///
/// @param urlLife    T: how long a signed URL may begin a request
/// @param longestPut U: how long one PUT may take
/// @param inDoubt    D: how long a request whose answer was lost may still land
/// @param undo       how long a superseded head stays readable
public record Timing(Duration urlLife, Duration longestPut, Duration inDoubt, Duration undo) {
    private static final Duration SLOW_COPY = Duration.ofMinutes(30);

    /// For a store inside this process: a request that has ended is over, and nobody else sends any.
    public static Timing embedded() {
        return new Timing(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofDays(7));
    }

    /// Whether a request is over when its sender is: so with a store inside this process, which its lock keeps to one.
    public boolean nothingLandsLate() {
        return inDoubt.isZero();
    }

    /// For a store behind a network that reads dates as S3 does: T 15 min, U 1 h, D 15 min of skew + 15 of execution.
    public static Timing s3() {
        return new Timing(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofDays(7));
    }

    /// When nothing that was planned before can land any more: T + U + D.
    public Duration quiet() {
        return urlLife.plus(longestPut).plus(inDoubt);
    }

    /// The age at which a row in `copying` was surely left by a crash: 4 D, and never less than a slow copy takes.
    public Duration abandoned() {
        var doubts = inDoubt.multipliedBy(4);
        return doubts.compareTo(SLOW_COPY) > 0 ? doubts : SLOW_COPY;
    }
}
