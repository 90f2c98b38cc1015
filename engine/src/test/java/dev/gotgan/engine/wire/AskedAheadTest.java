package dev.gotgan.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AskedAheadTest {
    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.EPOCH;

    private final Time time = new Time() {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void pause(Duration length) {
            throw new IllegalStateException("nobody waits here");
        }
    };

    private AskedAhead<Integer> ahead(AskedAhead.Question<Integer> question) {
        return new AskedAhead<>(question, time);
    }

    @Test
    void itIsAskedOnceHoweverOftenItIsBegunAndRead() throws IOException {
        var ahead = ahead(asked::incrementAndGet);
        ahead.begin();
        ahead.begin();
        assertThat(ahead.get()).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(ahead.get()).isEqualTo(1);
    }

    @Test
    void itIsAskedByWhoeverNeedsItIfNobodyBegan() throws IOException {
        assertThat(ahead(asked::incrementAndGet).get()).isEqualTo(1);
    }

    @Test
    void whatHasBecomeOldIsAskedForOnceMore() throws IOException {
        var ahead = ahead(asked::incrementAndGet);
        assertThat(ahead.get()).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(5)).plusMillis(1);
        assertThat(ahead.get()).isEqualTo(2);
        assertThat(ahead.get()).isEqualTo(2);
    }

    @Test
    void whoReadsItIsToldWhatWentWrong() {
        var ahead = ahead(() -> {
            throw new IllegalArgumentException("no such upload");
        });
        ahead.begin();
        assertThatThrownBy(ahead::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such upload");
    }
}
