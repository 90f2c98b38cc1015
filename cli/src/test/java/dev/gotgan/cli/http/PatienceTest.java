package dev.gotgan.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final URI SERVER = URI.create("http://server");

    private final List<Duration> pauses = new ArrayList<>();
    private final Deque<RuntimeException> answers = new ArrayDeque<>();
    private final Patience patience =
            new Patience(new BackOff(Duration.ofMillis(200), Duration.ofSeconds(20), 4, new Random(1)), new Time() {
                @Override
                public Instant now() {
                    return Instant.EPOCH;
                }

                @Override
                public void pause(Duration time) {
                    pauses.add(time);
                }
            });

    private String question() {
        var failure = answers.poll();
        if (failure != null) {
            throw failure;
        }
        return "answered";
    }

    private static Problem problem(int status, String code, Duration rest) {
        return new Problem(status, code, code, List.of(), rest);
    }

    @Test
    void aServerThatIsBusyIsLeftAloneAsLongAsItWants() {
        answers.add(problem(503, "busy", Duration.ofSeconds(7)));
        answers.add(problem(429, "too_many", Duration.ofSeconds(5)));
        assertThat(patience.once(this::question)).isEqualTo("answered");
        assertThat(pauses).hasSize(2);
        assertThat(pauses.getFirst()).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void whatMayHaveBeenDoneIsNotAskedForTwice() {
        answers.add(problem(503, "unavailable", Duration.ZERO));
        assertThatThrownBy(() -> patience.once(this::question)).isInstanceOf(Problem.class);
        patience.once(this::question);
        answers.add(new Unreachable(SERVER, new EOFException()));
        assertThatThrownBy(() -> patience.once(this::question)).isInstanceOf(Unreachable.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aLostAnswerIsAskedForAgainWhereThatIsTheSameQuestion() {
        patience.again(this::question);
        answers.add(new Unreachable(SERVER, new EOFException()));
        answers.add(problem(503, "unavailable", Duration.ofSeconds(5)));
        assertThat(patience.again(this::question)).isEqualTo("answered");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void aServerThatNeverAnsweredIsNotWaitedForAndOneThatDidIs() {
        answers.add(new Unreachable(SERVER, new ConnectException()));
        assertThatThrownBy(() -> patience.again(this::question)).isInstanceOf(Unreachable.class);
        patience.once(this::question);
        answers.add(new Unreachable(SERVER, new ConnectException()));
        assertThat(patience.once(this::question)).isEqualTo("answered");
    }

    @Test
    void patienceEndsAndALongRestIsNotSlept() {
        for (int i = 0; i < 10; i++) {
            answers.add(problem(503, "busy", Duration.ZERO));
        }
        assertThatThrownBy(() -> patience.again(this::question)).isInstanceOf(Problem.class);
        assertThat(pauses).hasSize(3);
        answers.clear();
        answers.add(problem(429, "too_many", Duration.ofMinutes(15)));
        assertThatThrownBy(() -> patience.again(this::question)).isInstanceOf(Problem.class);
        assertThat(pauses).hasSize(3);
    }

    @Test
    void aRefusalIsARefusal() {
        answers.add(problem(409, "head_moved", Duration.ZERO));
        assertThatThrownBy(() -> patience.again(this::question)).isInstanceOf(Problem.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void pathsThatAreFreeInMomentsAreWaitedForAndThoseOfAnUploadUnderWayAreNot() {
        answers.add(problem(409, "path_reserved_by_upload", Duration.ofSeconds(2)));
        assertThat(patience.once(this::question)).isEqualTo("answered");
        answers.add(problem(409, "path_reserved_by_upload", Duration.ofSeconds(2)));
        assertThat(patience.again(this::question)).isEqualTo("answered");
        assertThat(pauses).hasSize(2).allMatch(pause -> pause.compareTo(Duration.ofSeconds(2)) >= 0);
        answers.add(problem(409, "path_reserved_by_upload", Duration.ZERO));
        assertThatThrownBy(() -> patience.once(this::question)).isInstanceOf(Problem.class);
        assertThat(pauses).hasSize(2);
    }
}
