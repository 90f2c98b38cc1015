package dev.gotgan.engine.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
            var outcome = new Outcome();
            try (var answer = wire.send(request)) {
                outcome.is(answer, time);
                var wait = answer.isTooMany() ? backOff.afterAttempt(attempt) : Optional.<Duration>empty();
                if (wait.isEmpty()) {
                    return reading.of(answer);
                }
                outcome.wait = wait.get();
            } catch (WireException.Unreachable e) {
                outcome.wait = backOff.afterAttempt(attempt).orElseThrow(() -> e);
            } finally {
                outcome.tell(limit);
            }
            time.pause(outcome.wait);
        }
    }

    /// What an attempt tells about the other side's load.
    private static final class Outcome {
        private Duration wait = Duration.ZERO;
        private @Nullable Duration rest;
        private boolean answered;

        void is(Answer answer, Time time) {
            answered = true;
            rest = answer.isTooMany() ? answer.findRetryAfter(time.now()).orElse(Duration.ZERO) : null;
        }

        void tell(AdaptiveLimit limit) {
            if (rest != null) {
                limit.refused(rest);
            } else if (answered) {
                limit.succeeded();
            } else {
                limit.ended();
            }
        }
    }
}
