package dev.gotgan.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.faults.FaultProxy.Seen;
import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.OwnDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What a bucket is asked for each file, counted before it: requests are what a store sends bills for.
class RequestBudgetTest {
    private static final int FILES = 250;

    @TempDir
    java.nio.file.Path folder;

    private final BucketStand stand = BucketStand.shared();
    private CommandLine cli;
    private Client client;
    private String id = "";

    @BeforeEach
    void aFirstPush() {
        cli = new CommandLine(stand.server(), stand.token(), folder.resolve("home"));
        client = Client.withToken(stand.server().url(), stand.token());
        stand.line().takeSeen();
        id = push("first", tree(0, FILES, System.nanoTime()));
    }

    private static Map<String, byte[]> tree(int from, int to, long of) {
        var files = new TreeMap<String, byte[]>();
        for (int i = from; i < to; i++) {
            files.put("notes/%04d.txt".formatted(i), Bytes.of("note %d of %d\n".formatted(i, of)));
        }
        return files;
    }

    /// Pushes and waits until the publisher has nothing left to do.
    private String push(String name, Map<String, byte[]> files, String... more) {
        var arguments = new java.util.ArrayList<>(
                List.of("push", Bytes.write(folder.resolve(name), files).toString(), "--json"));
        arguments.addAll(List.of(more));
        var result = cli.run(arguments.toArray(String[]::new));
        assertThat(result.exit()).as(result.err()).isZero();
        var dataset =
                JsonMapper.shared().readTree(result.out()).path("dataset_id").asString();
        published(dataset);
        return dataset;
    }

    private void published(String dataset) {
        try (var database = OwnDatabase.of(stand.server())) {
            for (var waiting : List.of(
                    "published where pending and dataset = ?",
                    "datasets where meta_wanted > meta_written and id = ?")) {
                var count = "select count(*) from " + waiting;
                Gotgan.eventually(count + " is 0", () -> database.number(count, dataset) == 0);
            }
        }
    }

    /// Requests that are about files, by what they do. What the server says of itself, `meta.json`, is counted apart.
    private Map<String, Long> taken() {
        var counted = new TreeMap<String, Long>();
        for (var each : stand.line().takeSeen()) {
            counted.merge(kind(each), 1L, Long::sum);
        }
        return counted;
    }

    private static String kind(Seen request) {
        if (request.target().contains("meta.json")) {
            return "meta " + request.method();
        }
        if (request.copies()) {
            return "COPY";
        }
        return request.target().contains("list-type=2") ? "LIST" : request.method();
    }

    private static long of(Map<String, Long> counted, String kind) {
        return counted.getOrDefault(kind, 0L);
    }

    @Test
    void aFirstUploadIsOnePutAFile() {
        var counted = taken();
        assertThat(of(counted, "PUT")).as(counted.toString()).isEqualTo(FILES);
        assertThat(of(counted, "COPY")).as(counted.toString()).isZero();
        assertThat(of(counted, "LIST")).as(counted.toString()).isLessThanOrEqualTo(4);
        assertThat(of(counted, "meta PUT")).as(counted.toString()).isLessThanOrEqualTo(2);
    }

    @Test
    void anOverwriteIsOnePutAndTwoCopiesAndAnAddedFileIsOneOfEach() {
        taken();
        push("second", tree(200, 300, System.nanoTime()), "--to", id);
        var counted = taken();
        assertThat(of(counted, "PUT")).as(counted.toString()).isEqualTo(100);
        assertThat(of(counted, "COPY")).as(counted.toString()).isEqualTo(50 * 2 + 50);
        assertThat(of(counted, "LIST")).as(counted.toString()).isLessThanOrEqualTo(4);
        assertThat(of(counted, "meta PUT")).as(counted.toString()).isLessThanOrEqualTo(2);
    }

    @Test
    void aDeletionIsOneCopyToKeepWhatItTakesAway() {
        taken();
        var paths = tree(0, 20, 0).keySet();
        var answer = client.send("DELETE", "/api/v1/datasets/" + id + "/files", Map.of("paths", paths));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        published(id);
        var counted = taken();
        assertThat(of(counted, "PUT")).as(counted.toString()).isZero();
        assertThat(of(counted, "COPY")).as(counted.toString()).isEqualTo(20);
    }

    /// One copy to keep the content, one to where it belongs now.
    @Test
    void aRenamedFileIsCopiedAndNotSent() {
        var sent = tree(300, 350, System.nanoTime());
        var own = push("of its own", sent);
        taken();
        push("moved", renamed(sent), "--to", own, "--mirror", "--yes");
        var counted = taken();
        assertThat(of(counted, "PUT")).as(counted.toString()).isZero();
        assertThat(of(counted, "COPY")).as(counted.toString()).isEqualTo(2 * 50);
    }

    private static Map<String, byte[]> renamed(Map<String, byte[]> files) {
        var renamed = new TreeMap<String, byte[]>();
        files.forEach((path, bytes) -> renamed.put("moved/" + path, bytes));
        return renamed;
    }

    @Test
    void aVerifiedReadIsOneGet() {
        taken();
        var pulled = cli.run("pull", id, folder.resolve("pulled").toString());
        assertThat(pulled.exit()).as(pulled.err()).isZero();
        var counted = taken();
        assertThat(of(counted, "GET")).as(counted.toString()).isEqualTo(FILES);
        assertThat(counted.keySet()).containsExactly("GET");
    }
}
