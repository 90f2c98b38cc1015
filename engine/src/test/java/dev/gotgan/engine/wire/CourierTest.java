package dev.gotgan.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final String SLOW_DOWN = "HTTP/1.1 503 Slow Down\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n";

    private final TurnedTime time = new TurnedTime();
    private final Wire wire = new Wire();
    private final AdaptiveLimit limit = new AdaptiveLimit(8, 64, time);
    private final Courier courier = new Courier(
            wire, limit, new BackOff(Duration.ofMillis(200), Duration.ofSeconds(20), 4, new Random(1)), time);

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aRefusalForHasteIsTriedAgainNotBeforeTheTimeAskedFor() throws IOException {
        var asked = new AtomicInteger();
        try (var server = new ScriptedServer(talk -> {
            while (talk.request() != null) {
                talk.say(asked.incrementAndGet() < 3 ? SLOW_DOWN : OK);
            }
        })) {
            int status = courier.send(WireTest.put(server.at("/"), "x", Map.of()), Answer::status);
            assertThat(status).isEqualTo(200);
        }
        assertThat(asked).hasValue(3);
        assertThat(Duration.between(TurnedTime.START, time.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(14));
        assertThat(limit.now()).isLessThan(8);
    }

    @Test
    void patienceEnds() throws IOException {
        try (var server = ScriptedServer.always("HTTP/1.1 429 Too Many\r\nContent-Length: 0\r\n\r\n")) {
            int status = courier.send(WireTest.put(server.at("/"), "x", Map.of()), Answer::status);
            assertThat(status).isEqualTo(429);
        }
        assertThat(time.pauses()).hasSize(3);
    }

    @Test
    void aLostAnswerIsNotSentAgain() throws IOException {
        var asked = new AtomicInteger();
        try (var server = new ScriptedServer(talk -> {
            talk.request();
            asked.incrementAndGet();
        })) {
            assertThatThrownBy(() -> courier.send(WireTest.put(server.at("/"), "x", Map.of()), Answer::status))
                    .isInstanceOf(WireException.Lost.class);
        }
        assertThat(asked).hasValue(1);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void waitsGrowWithJitterAndEnd() {
        var backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(1), 8, new Random(3));
        for (int attempt = 1; attempt < 8; attempt++) {
            var ceiling = Duration.ofMillis(Math.min(1000, 100L << (attempt - 1)));
            for (int i = 0; i < 50; i++) {
                assertThat(backOff.afterAttempt(attempt).orElseThrow()).isBetween(Duration.ZERO, ceiling);
            }
        }
        assertThat(backOff.afterAttempt(8)).isEmpty();
    }

    @Test
    void theLimitGrowsByOneARoundAndHalvesOnceABurst() {
        for (int i = 0; i < 8; i++) {
            limit.acquire();
        }
        for (int i = 0; i < 9; i++) {
            limit.succeeded();
            limit.acquire();
        }
        assertThat(limit.now()).isEqualTo(9);
        for (int i = 0; i < 5; i++) {
            limit.refused(Duration.ZERO);
        }
        assertThat(limit.now()).isEqualTo(4);
        time.pause(Duration.ofSeconds(2));
        limit.refused(Duration.ZERO);
        assertThat(limit.now()).isEqualTo(2);
    }

    @Test
    void aWishToBeLeftAloneBindsEverybody() {
        limit.acquire();
        limit.refused(Duration.ofSeconds(5));
        limit.acquire();
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(5));
        limit.refused(Duration.ofHours(1));
        limit.acquire();
        assertThat(time.pauses()).endsWith(Duration.ofSeconds(60));
    }

    @Test
    void aKeyIsWrittenOncePerSecondAndOthersMeanwhile() {
        var pace = new KeyPace(Duration.ofSeconds(1), time);
        pace.await("a");
        pace.await("b");
        assertThat(time.pauses()).isEmpty();
        pace.await("a");
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1));
        time.pause(Duration.ofMillis(400));
        pace.await("a");
        assertThat(time.pauses()).endsWith(Duration.ofMillis(600));
    }

    @Test
    void aDateIsAWishToo() throws IOException {
        var answer = "HTTP/1.1 429 Wait\r\nRetry-After: Sun, 01 Nov 2026 00:00:09 GMT\r\nContent-Length: 0\r\n\r\n";
        try (var server = ScriptedServer.always(answer)) {
            var wish = courier.send(
                    WireTest.put(server.at("/"), "x", Map.of()),
                    got -> got.findRetryAfter(Instant.parse("2026-11-01T00:00:00Z")));
            assertThat(wish).contains(Duration.ofSeconds(9));
        }
    }
}
