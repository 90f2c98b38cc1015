package dev.gotgan.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.cli.http.StandIn.Fault;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.pull.PullRefused;
import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class FetchFilesTest {
    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, Sha256> fetched = new ConcurrentHashMap<>();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    FetchFilesTest() {
        for (int i = 0; i < 2500; i++) {
            contents.put("f%04d.txt".formatted(i), "content %d".formatted(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Fetches all, keeping only what is right.
    private void fetch(StandIn server) throws IOException {
        var files = new ArrayList<FileEntry>();
        contents.forEach(
                (path, bytes) -> files.add(new FileEntry(LogicalPath.of(path), Sha256.hash(bytes), bytes.length)));
        try (var api = server.api();
                var transfers = new Transfers(api.url(), 8)) {
            var backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(10), 4, new Random(1));
            new FetchFiles(transfers, page -> links(api, page), 8, backOff, new Time() {
                        @Override
                        public Instant now() {
                            return Instant.EPOCH;
                        }

                        @Override
                        public void pause(Duration time) {
                            pauses.add(time);
                        }
                    })
                    .run(files, (file, bytes) -> {
                        var hash = Sha256.hash(bytes);
                        if (!hash.equals(file.sha256())) {
                            throw new PullRefused("hash_mismatch", file + " came wrong");
                        }
                        fetched.put(file.path().value(), hash);
                    });
        }
    }

    private static Map<String, String> links(Api api, List<FileEntry> files) {
        var wanted = Api.JSON.createObjectNode();
        var paths = wanted.putArray("paths");
        files.forEach(file -> paths.add(file.path().value()));
        var links = new HashMap<String, String>();
        for (var each : api.ask(Api.dataset("d") + "/download-urls", wanted).path("urls")) {
            links.put(each.path("path").asString(), each.path("url").asString());
        }
        return links;
    }

    @Test
    void everyFileIsAskedForOnceAndLinksAThousandAtATime() throws IOException {
        try (var server = new StandIn(contents)) {
            fetch(server);
            assertThat(fetched).hasSize(2500);
            assertThat(server.downloads).hasValue(2500);
            assertThat(server.pages).hasValue(3);
        }
    }

    @Test
    void whatBreaksOffIsTooOldOrComesWrongIsFetchedOnceMore() throws IOException {
        try (var server = new StandIn(contents)) {
            server.fail("f0000.txt", Fault.INTERNAL, Fault.CUT_SHORT);
            server.fail("f0001.txt", Fault.WRONG_BYTE);
            server.fail("f1200.txt", Fault.TOO_OLD);
            server.fail("f2400.txt", Fault.CUT_SHORT);
            fetch(server);
            assertThat(fetched).hasSize(2500);
            assertThat(server.downloads).hasValue(2505);
            assertThat(server.pages).as("fresh links, for what failed only").hasValue(5);
        }
    }

    @Test
    void oneFileThatNeverComesRightIsNamedAndTheOthersAreKept() throws IOException {
        var always = new Fault[20];
        java.util.Arrays.fill(always, Fault.WRONG_BYTE);
        try (var server = new StandIn(contents)) {
            server.fail("f1234.txt", always);
            assertThatThrownBy(() -> fetch(server))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("f1234.txt")
                    .hasMessageContaining("came wrong")
                    .hasMessageContaining("pull again");
            assertThat(fetched).hasSize(2499);
            assertThat(pauses).hasSize(3);
        }
    }

    @Test
    void aStoreThatGivesNothingIsNotAskedForEverything() throws IOException {
        try (var server = new StandIn(contents)) {
            contents.keySet().forEach(path -> {
                var always = new Fault[20];
                java.util.Arrays.fill(always, Fault.TOO_OLD);
                server.fail(path, always);
            });
            assertThatThrownBy(() -> fetch(server)).hasMessageContaining("403 expired");
            assertThat(server.downloads).hasValueLessThan(600);
        }
    }
}
