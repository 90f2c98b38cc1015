package dev.gotgan.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// On a store that takes one write a second of each key, with a time that passes only while somebody waits.
class RetryingStoreTest {
    private static final Key KEY = new Key("datasets/a/x");

    private final Turned time = new Turned();
    private final CountingStore counted = new CountingStore(MemoryStore.likeR2(time::now));
    private final ObjectStore store = new RetryingStore(
            counted, new BackOff(Duration.ofMillis(400), Duration.ofSeconds(2), 6, new Random(5)), time);

    private static final class Turned implements Time {
        private Instant now = Instant.parse("2026-11-01T00:00:00Z");

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void pause(Duration by) {
            now = now.plus(by);
        }
    }

    @Test
    void whatWasRefusedForHasteIsDoneInTheEnd() {
        put(() -> new ByteArrayInputStream("one".getBytes(UTF_8)));
        put(() -> new ByteArrayInputStream("one".getBytes(UTF_8)));
        assertThat(counted.count(CountingStore.Verb.REPLACE)).isGreaterThan(2);
        assertThat(store.head(KEY)).isPresent();
    }

    @Test
    void patienceEndsWithTheLastRefusal() {
        var stuck = new RetryingStore(counted, new BackOff(Duration.ZERO, Duration.ZERO, 3, new Random(5)), time);
        put(() -> new ByteArrayInputStream("one".getBytes(UTF_8)));
        assertThatThrownBy(() -> stuck.copy(KEY, null, KEY)).isInstanceOf(StoreException.Unavailable.class);
        assertThat(counted.count(CountingStore.Verb.COPY)).isEqualTo(3);
    }

    @Test
    void onlyARefusalIsTriedAgain() {
        assertThatThrownBy(() -> store.copy(KEY, null, KEY)).isInstanceOf(StoreException.Missing.class);
        assertThat(counted.count(CountingStore.Verb.COPY)).isOne();
        var asked = new AtomicInteger();
        ContentSource doubtful = () -> {
            asked.incrementAndGet();
            throw new StoreException.InDoubt(KEY, new IOException("lost"));
        };
        assertThatThrownBy(() -> put(doubtful)).isInstanceOf(StoreException.InDoubt.class);
        ContentSource forbidden = () -> {
            asked.incrementAndGet();
            throw StoreException.Unavailable.lasting(KEY, new IOException("403"));
        };
        time.pause(Duration.ofSeconds(1));
        assertThatThrownBy(() -> put(forbidden)).isInstanceOf(StoreException.Unavailable.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aSourceThatOpensOnceEndsWithTheRefusal() {
        var opened = new AtomicInteger();
        ContentSource once = () -> {
            if (opened.getAndIncrement() > 0) {
                throw new IOException("can't be read a second time");
            }
            throw new StoreException.Unavailable(KEY, new IOException("503"));
        };
        var calm =
                new RetryingStore(new MemoryStore(), new BackOff(Duration.ZERO, Duration.ZERO, 3, new Random(5)), time);
        assertThatThrownBy(() -> calm.create(KEY, Sha256.EMPTY, 0, once))
                .isInstanceOf(StoreException.Unavailable.class)
                .hasRootCauseMessage("503");
        assertThat(opened).hasValue(2);
    }

    private void put(ContentSource bytes) {
        store.replace(KEY, Sha256.hash("one".getBytes(UTF_8)), 3, bytes);
    }
}
