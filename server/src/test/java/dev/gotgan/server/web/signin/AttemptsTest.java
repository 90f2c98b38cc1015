package dev.gotgan.server.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.server.web.problem.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void theEleventhOfAnAccountWaitsUntilTheFirstIsOld() {
        var limits = new LoginLimits(clock);
        for (int i = 0; i < 10; i++) {
            limits.begin("a@example.com", "address " + i);
            now = now.plusSeconds(60);
        }
        assertThatThrownBy(() -> limits.begin("A@Example.com ", "another"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().headers())
                                .containsEntry(
                                        "Retry-After",
                                        Long.toString(Duration.ofMinutes(5).toSeconds())));
        now = now.plus(Duration.ofMinutes(5));
        assertThatCode(() -> limits.begin("a@example.com", "another")).doesNotThrowAnyException();
    }

    @Test
    void theThirtyFirstFromAnAddressWaitsWhoeverItIs() {
        var limits = new LoginLimits(clock);
        for (int i = 0; i < 30; i++) {
            limits.begin("person" + i + "@example.com", "one address");
        }
        assertThatThrownBy(() -> limits.begin("next@example.com", "one address"))
                .isInstanceOf(Refused.class);
        assertThatCode(() -> limits.begin("next@example.com", "another")).doesNotThrowAnyException();
    }

    @Test
    void whoGetsInIsForgiven() {
        var limits = new LoginLimits(clock);
        for (int i = 0; i < 100; i++) {
            limits.begin("a@example.com", "address");
            limits.succeeded("a@example.com", "address");
        }
        assertThatCode(() -> limits.begin("a@example.com", "address")).doesNotThrowAnyException();
    }

    @Test
    void beingRefusedAtAnAccountCostsTheAddressNothing() {
        var limits = new LoginLimits(clock);
        for (int i = 0; i < 10; i++) {
            limits.begin("a@example.com", "far away");
        }
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> limits.begin("a@example.com", "address")).isInstanceOf(Refused.class);
        }
        assertThatCode(() -> limits.begin("b@example.com", "address")).doesNotThrowAnyException();
    }

    @Test
    void memoryOfManyStrangersIsBounded() {
        var attempts = new Attempts(1, Duration.ofMinutes(15), clock);
        for (int i = 0; i < 250_000; i++) {
            attempts.findWait("stranger " + i);
        }
        assertThat(attempts.findWait("stranger 249999")).isPresent();
        assertThat(attempts.findWait("stranger 0")).isEmpty();
    }
}
