package dev.gotgan.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
    private static final Instant NOON = Instant.parse("2020-01-01T12:00:00Z");

    private final AtomicReference<Instant> database = new AtomicReference<>(NOON);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final InstantSource answering = () -> {
        asked.incrementAndGet();
        return database.get();
    };
    private final DatabaseClock clock = new DatabaseClock(answering, nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void theTimeIsTheDatabasesWhateverOurOwnClockSays() {
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void forTenSecondsItCountsOnAlone() {
        pass(Duration.ofSeconds(9));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(9));
        assertThat(asked).hasValue(1);
    }

    @Test
    void thenItAsksAgainAndFollows() {
        database.set(NOON.plusSeconds(3600));
        pass(Duration.ofSeconds(11));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void aDatabaseThatDoesNotAnswerDoesNotStopTheTime() {
        var answers = new AtomicInteger();
        var broken = new DatabaseClock(
                () -> {
                    if (answers.incrementAndGet() > 1) {
                        throw new IllegalStateException("gone");
                    }
                    return NOON;
                },
                nanos::get);
        pass(Duration.ofSeconds(25));
        assertThat(broken.instant()).isEqualTo(NOON.plusSeconds(25));
        pass(Duration.ofSeconds(5));
        assertThat(broken.instant()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void aRealDatabaseIsAskedForItsClock() {
        try (var real = new CatalogDatabase()) {
            var time = DatabaseClock.of(real.source()).instant();
            var now = real.database()
                    .sql("select clock_timestamp()")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            assertThat(time).isBetween(now.minusSeconds(60), now);
        }
    }
}
