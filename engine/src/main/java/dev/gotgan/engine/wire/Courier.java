package dev.gotgan.engine.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Sends many requests, as many at a time as the other side bears, and comes back later where it is refused for its
/// haste.
///
/* Only a refusal (429, 503) is tried again, and a connection that never was: these did nothing. A lost answer is the
caller's, who can ask what became of it. */
public final class Courier {
    private final Wire wire;
    private final AdaptiveLimit limit;
    private final BackOff backOff;
    private final Time time;

    public Courier(Wire wire, AdaptiveLimit limit, BackOff backOff, Time time) {
        this.wire = wire;
        this.limit = limit;
        this.backOff = backOff;
        this.time = time;
    }

    /// What is made of an answer while its connection is held; closing it is not its business.
    @FunctionalInterface
    public interface Reading<T> {
        T of(Answer answer) throws IOException;
    }

    /// Sends it, again where nothing came of it, and reads the answer: the last refusal too, when patience ends. The
    /// body's source is opened once for each attempt.
    ///
    /// @throws WireException as its kind says
    /// @throws IOException   from `reading`, or from the connection while it read
    public <T> T send(Request request, Reading<T> reading) throws IOException {
        for (int attempt = 1; ; attempt++) {
            limit.acquire();
            var outcome = Outcome.NOTHING_LEARNED;
            Optional<Duration> wait;
            try (var answer = wire.send(request)) {
                outcome = answer.isTooMany() ? Outcome.REFUSED : Outcome.WELL;
                wait = answer.isTooMany()
                        ? backOff.afterAttempt(attempt, answer.findRetryAfter(time.now()))
                        : Optional.empty();
                if (wait.isEmpty()) {
                    return reading.of(answer);
                }
            } catch (WireException.Unreachable e) {
                wait = backOff.afterAttempt(attempt, Optional.empty());
                if (wait.isEmpty()) {
                    throw e;
                }
            } finally {
                tell(outcome);
            }
            time.pause(wait.get());
        }
    }

    private void tell(Outcome outcome) {
        switch (outcome) {
            case WELL -> limit.succeeded();
            case REFUSED -> limit.refused();
            case NOTHING_LEARNED -> limit.ended();
        }
    }

    private enum Outcome {
        WELL,
        REFUSED,
        NOTHING_LEARNED
    }
}
