package dev.gotgan.cli.http;

import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks the server again, after a wait, where that can do no harm.
///
/* A server that never answered is not there, and is not waited for: the address is wrong more often than the moment. One
that did answer is being restarted, or its database is. */
final class Patience {
    /// Whoever wants to be left alone for longer is told to the person.
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final BackOff backOff;
    private final Time time;
    private volatile boolean answered;

    Patience(BackOff backOff, Time time) {
        this.backOff = backOff;
        this.time = time;
    }

    /// For a question that must not be asked twice: again only after an answer, or none, that proves that nothing was
    /// done.
    <T> T once(Supplier<T> question) {
        return ask(question, false);
    }

    /// For a question that has the same answer however often it is asked: also after a lost answer.
    <T> T again(Supplier<T> question) {
        return ask(question, true);
    }

    private <T> T ask(Supplier<T> question, boolean repeatable) {
        for (int attempt = 1; ; attempt++) {
            Duration rest;
            try {
                var answer = question.get();
                answered = true;
                return answer;
            } catch (Problem e) {
                answered = true;
                if (!(repeatable ? isPassing(e) : didNothing(e)) || e.rest().compareTo(LONGEST_REST) > 0) {
                    throw e;
                }
                rest = e.rest().plus(backOff.afterAttempt(attempt).orElseThrow(() -> e));
            } catch (Unreachable e) {
                if (!answered || !(repeatable || wasNotAsked(e))) {
                    throw e;
                }
                rest = backOff.afterAttempt(attempt).orElseThrow(() -> e);
            }
            time.pause(rest);
        }
    }

    private static boolean didNothing(Problem problem) {
        return problem.status() == 429 || problem.code().equals("busy") || isBeingFreed(problem);
    }

    /// The paths of an upload that has ended are free in moments; for one under way nobody says when to come again.
    private static boolean isBeingFreed(Problem problem) {
        return problem.code().equals("path_reserved_by_upload")
                && problem.rest().isPositive();
    }

    /// 502 and 504 are the words of a proxy that lost the server.
    private static boolean isPassing(Problem problem) {
        return switch (problem.status()) {
            case 429, 502, 503, 504 -> true;
            default -> isBeingFreed(problem);
        };
    }

    private static boolean wasNotAsked(Unreachable failure) {
        return Optional.ofNullable(failure.getCause())
                .filter(why -> why instanceof ConnectException || why instanceof HttpConnectTimeoutException)
                .isPresent();
    }
}
