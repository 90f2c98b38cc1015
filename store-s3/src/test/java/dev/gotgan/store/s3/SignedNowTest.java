package dev.gotgan.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.wire.Time;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever signed before a pause of the whole process, and sends after it, is refused: the lease under
/// which it signed may be another's by then.
class SignedNowTest {
    private static final byte[] BYTES = "one".getBytes(UTF_8);
    private static final Sha256 SHA = Sha256.hash(BYTES);
    private static final Key HERE = new Key("here");
    private static final Key THERE = new Key("there");

    private interface Write {
        void on(ObjectStore store);
    }

    private static final Write CREATE =
            store -> store.create(THERE, SHA, BYTES.length, () -> new ByteArrayInputStream(BYTES));

    private static final Map<String, Write> WRITES = Map.of(
            "create", CREATE,
            "replace", store -> store.replace(THERE, SHA, BYTES.length, () -> new ByteArrayInputStream(BYTES)),
            "copy", store -> store.copy(HERE, null, THERE),
            "delete", store -> store.delete(List.of(HERE)));

    @Test
    void versitygwTakesNoWriteThatWasSignedLongAgo(@TempDir Path folder) throws Exception {
        try (var server = Versitygw.start(folder.resolve("buckets"))) {
            noWriteSignedLongAgoIsTaken(server.endpoint());
        }
    }

    @Test
    void s3ProxyTakesNoWriteThatWasSignedLongAgo() throws Exception {
        var server = new InProcessS3();
        server.start();
        try {
            noWriteSignedLongAgoIsTaken(server.endpoint());
        } finally {
            server.stop();
        }
    }

    private static void noWriteSignedLongAgoIsTaken(URI endpoint) {
        var time = new TurnedTime();
        try (var bucket = TestBuckets.make(endpoint, "/ours", time)) {
            var store = bucket.store();
            store.create(HERE, SHA, BYTES.length, () -> new ByteArrayInputStream(BYTES));
            WRITES.forEach((name, write) -> {
                time.ahead = Duration.ofMinutes(-20);
                var signed = store.signedNow();
                time.ahead = Duration.ZERO;
                assertThatThrownBy(() -> write.on(signed)).as(name).isInstanceOf(StoreException.Unavailable.class);
                assertThat(store.list("", null, 10))
                        .as(name)
                        .singleElement()
                        .satisfies(left -> assertThat(left.key()).isEqualTo(HERE));
            });
            WRITES.forEach((name, write) -> {
                write.on(store.signedNow());
                assertThat(store.head(name.equals("delete") ? HERE : THERE).isPresent())
                        .as("%s, signed a moment ago", name)
                        .isEqualTo(!name.equals("delete"));
                store.delete(List.of(THERE));
                store.replace(HERE, SHA, BYTES.length, () -> new ByteArrayInputStream(BYTES));
            });
        }
    }

    /// A clock that stood still with the process: the store tells the time with its refusal, and what is signed then is
    /// good.
    @Test
    void aRefusalTellsTheTimeToTheNextRequestAndNotToTheOneThatWasRefused() throws Exception {
        var server = new InProcessS3();
        server.start();
        var time = new TurnedTime();
        try (var bucket = TestBuckets.make(server.endpoint(), "/ours", time)) {
            time.ahead = Duration.ofMinutes(-20);
            var signed = bucket.store().signedNow();
            assertThatThrownBy(() -> CREATE.on(signed)).isInstanceOf(StoreException.Unavailable.class);
            CREATE.on(bucket.store().signedNow());
            assertThat(bucket.store().head(THERE)).isPresent();
        } finally {
            server.stop();
        }
    }

    private static final class TurnedTime implements Time {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant now() {
            return Instant.now().plus(ahead);
        }

        @Override
        public void pause(Duration time) {
            // these servers mind no haste
        }
    }
}
