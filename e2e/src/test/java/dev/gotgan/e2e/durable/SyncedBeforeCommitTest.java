package dev.gotgan.e2e.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.Client.Part;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Power may go at any time: when PostgreSQL is told to commit, every object of the commit and its name are on the
/// disk.
class SyncedBeforeCommitTest {
    private static final int FILES = 12;
    private static final String CALLS =
            "write,pwrite64,writev,rename,renameat,renameat2,link,linkat,syncfs,fsync,fdatasync";
    /// What the server says just before the commit's transaction; its log is a file of its own.
    private static final Pattern COMMITTING = Pattern.compile("write\\(.*upload step commit .*");

    @Test
    void whateverACommitNamesIsSyncedBeforeItsTransaction() throws IOException {
        try (var server = RunningServer.start(Gotgan.freshFolder("strace"))) {
            var client =
                    Client.withToken(server.url(), Client.newToken(server.url(), Gotgan.ADMIN, server.adminPassword()));
            var answer = client.upload("/api/v1/datasets/upload", parts(0));
            String id = answer.json().path("dataset_id").asString();
            for (int generation = 1; generation <= 2; generation++) {
                // else a sync of the publisher might come at the right time
                Gotgan.published(
                        server,
                        id,
                        client.get("/api/v1/datasets/" + id)
                                .json()
                                .path("content_hash")
                                .asString());
                var strace = Strace.of(server, CALLS);
                answer = client.upload("/api/v1/datasets/" + id + "/upload", parts(generation));
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                judge(server, strace.calls());
            }
        }
    }

    private static void judge(RunningServer server, List<Strace.Call> calls) {
        var commit = calls.stream()
                .filter(call -> COMMITTING.matcher(call.text()).matches())
                .findFirst()
                .orElseThrow();
        String bucket = server.bucket().toString();
        var before =
                calls.stream().filter(call -> call.begun() < commit.begun()).toList();
        var changes = before.stream()
                .filter(call -> !call.text().contains("sync") && call.text().contains(bucket + "/"))
                .toList();
        long named = changes.stream()
                .filter(call -> call.text().matches("(rename|link).*"))
                .count();
        assertThat(named).as("names given in the bucket").isGreaterThanOrEqualTo(FILES);
        int last = changes.stream().mapToInt(Strace.Call::ended).max().orElseThrow();
        assertThat(before)
                .as("calls that write all of %s to the disk after the last change of an object", bucket)
                .anyMatch(call -> call.text().startsWith("syncfs(")
                        && call.text().contains("<" + bucket)
                        && call.text().endsWith("= 0")
                        && call.begun() > last
                        && call.ended() < commit.begun());
    }

    /// New contents for the same paths, so that objects are written every time.
    private static List<Part> parts(int generation) {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < FILES; i++) {
            files.put("data/%02d.bin".formatted(i), Bytes.of("generation %d of file %d\n".formatted(generation, i)));
        }
        return List.of(
                generation == 0 ? Part.field("name", "traced") : Part.field("message", "again"),
                new Part("file", "traced.zip", Bytes.zip(Map.copyOf(files))));
    }
}
