package dev.gotgan.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.wire.Time;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A clock that is further off than a store forgives.
class StoreClockTest {
    private static final byte[] BYTES = "one".getBytes(UTF_8);
    private static final Sha256 SHA = Sha256.hash(BYTES);
    private static final Key HERE = new Key("here");
    private static final Key THERE = new Key("there");

    /// Each as the first request that a bucket is asked. What the SDK asks is dated by the clock of the machine, which
    /// only a process of its own can have wrong: the stories of wrong clocks do.
    private static final List<Consumer<ObjectStore>> REQUESTS = List.of(
            store -> assertThat(store.head(HERE)).isPresent(),
            store -> assertThat(store.read(HERE, 1, null)).hasBinaryContent("ne".getBytes(UTF_8)),
            store -> store.create(THERE, SHA, BYTES.length, () -> new ByteArrayInputStream(BYTES)),
            store -> store.replace(HERE, SHA, BYTES.length, () -> new ByteArrayInputStream(BYTES)));

    @ParameterizedTest
    @ValueSource(ints = {-20, 20, 60 * 24 * 400})
    void anyRequestOfVersitygwIsSignedAnewByItsTime(int minutes, @TempDir Path folder) throws Exception {
        try (var server = Versitygw.start(folder.resolve("buckets"))) {
            eachRequestComesThrough(server.endpoint(), minutes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, 20})
    void anyRequestOfS3ProxyIsSignedAnewByItsTime(int minutes) throws Exception {
        var server = new InProcessS3();
        server.start();
        try {
            eachRequestComesThrough(server.endpoint(), minutes);
        } finally {
            server.stop();
        }
    }

    private static void eachRequestComesThrough(URI endpoint, int minutes) throws Exception {
        for (var request : REQUESTS) {
            S3Address address;
            try (var right = TestBuckets.make(endpoint, "/ours", new OwnTime())) {
                right.store().create(HERE, SHA, BYTES.length, () -> new ByteArrayInputStream(BYTES));
                address = right.address();
            }
            try (var wrong = TestBuckets.open(address, new WrongTime(Duration.ofMinutes(minutes)))) {
                request.accept(wrong.store());
                assertThat(read(wrong.presigner()
                                .read(HERE, "here.txt", Duration.ofMinutes(5))
                                .url()))
                        .isEqualTo("one");
            }
        }
    }

    private static String read(String link) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void onlyARefusalThatTellsQuiteAnotherTimeIsBelieved() {
        var now = Instant.parse("2026-11-28T12:00:00Z");
        var clock = new StoreClock(() -> now);
        var far = Optional.of("Sat, 28 Nov 2026 12:20:00 GMT");
        assertThat(clock.learns(200, far)).as("no refusal").isFalse();
        assertThat(clock.learns(404, far)).isFalse();
        assertThat(clock.learns(403, Optional.of("Sat, 28 Nov 2026 12:04:00 GMT")))
                .as("refused for something else")
                .isFalse();
        assertThat(clock.learns(403, Optional.empty())).isFalse();
        assertThat(clock.learns(403, Optional.of("yesterday"))).isFalse();
        assertThat(clock.instant()).isEqualTo(now);
        assertThat(clock.learns(403, far)).isTrue();
        assertThat(clock.instant()).isEqualTo("2026-11-28T12:20:00Z");
        assertThat(clock.learns(403, far)).as("it is the time by now").isFalse();
    }

    private record WrongTime(Duration ahead) implements Time {
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
