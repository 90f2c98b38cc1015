package dev.gotgan.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A dataset on its way to a folder, by command line.
class PullTest {
    private static final int FILES = 3000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private Gotgan.Person person;
    private CommandLine cli;
    private String id;
    private String first;
    private Path pulled;

    @BeforeEach
    void pushAFolder() throws IOException {
        person = Gotgan.person();
        cli = new CommandLine(Gotgan.server(), person.token(), folder.resolve("home"));
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < FILES; i++) {
            files.put("labels/%04d.txt".formatted(i), Bytes.of("0 0.5 0.5 0.1 0." + (1000 + i) + "\n"));
        }
        var answer = run("push", Bytes.write(folder.resolve("source"), files).toString(), "--json");
        id = answer.path("dataset_id").asString();
        first = answer.path("content_hash").asString();
        pulled = folder.resolve("pulled");
    }

    private JsonNode run(String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exit()).as(result.err()).isZero();
        return JSON.readTree(result.out());
    }

    private long arrived() {
        var labels = pulled.resolve("labels");
        if (!Files.isDirectory(labels)) {
            return 0;
        }
        try (var all = Files.list(labels)) {
            return all.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The pull is stopped after some files, not killed: the dataset changes in that moment, however fast the machine
    /// is.
    @Test
    void aPullStaysOnItsGenerationWhileTheHeadMoves() throws Exception {
        var pull = cli.start("pull", id, pulled.toString(), "--jobs", "2");
        Gotgan.eventually("some files arrive", () -> arrived() > 100);
        signal("STOP", pull);
        assertThat(arrived()).isLessThan(FILES);
        var client = person.client();
        var more = Bytes.write(
                folder.resolve("more"),
                Map.of("labels/2999.txt", Bytes.of("0 0.1 0.1 0.1 0.1\n"), "new.txt", Bytes.of("new")));
        assertThat(run("push", more.toString(), "--to", id, "--json")
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
        var gone =
                client.send("DELETE", "/api/v1/datasets/" + id + "/files", Map.of("paths", List.of("labels/2998.txt")));
        assertThat(gone.status()).as(gone.toString()).isEqualTo(200);
        Gotgan.published(
                Gotgan.server(),
                id,
                client.get("/api/v1/datasets/" + id).json().path("content_hash").asString());
        signal("CONT", pull);
        assertThat(pull.waitFor()).isZero();
        assertThat(Coreutils.contentHash(below(pulled))).isEqualTo(first);

        var head = run("pull", id, pulled.toString(), "--json");
        assertThat(head.path("generation").asInt()).isEqualTo(3);
        assertThat(head.path("fetched").asInt()).isEqualTo(2);
        assertThat(head.path("removed").asInt()).isEqualTo(1);
        assertThat(Coreutils.contentHash(below(pulled)))
                .isEqualTo(head.path("content_hash").asString());
    }

    @Test
    void aKilledPullGoesOnAndFetchesNothingTwice() throws Exception {
        var pull = cli.start("pull", id, pulled.toString(), "--jobs", "2");
        Gotgan.eventually("some files arrive", () -> arrived() > 100);
        pull.destroyForcibly().waitFor();
        long before = arrived();
        assertThat(before).isBetween(100L, FILES - 1L);
        var receipt = run("pull", id, pulled.toString(), "--json");
        assertThat(receipt.path("kept").asLong()).isEqualTo(before);
        assertThat(receipt.path("fetched").asLong()).isEqualTo(FILES - before);
        assertThat(receipt.path("files").asLong()).isEqualTo(FILES);
        assertThat(receipt.path("bytes").asLong()).isEqualTo(FILES * 21L);
        assertThat(receipt.path("content_hash").asString()).isEqualTo(first);
        assertThat(Coreutils.contentHash(below(pulled))).isEqualTo(first);
    }

    @Test
    void aFolderThatIsWholeNeedsNoServer() throws IOException {
        run("pull", id, pulled.toString(), "--json");
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        var offline = new CommandLine(URI.create("http://127.0.0.1:" + nobody), person.token(), folder.resolve("home"));
        var again = offline.run("pull", id, pulled.toString(), "--json");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).contains("no answer", "is not known");
        var receipt = JSON.readTree(again.out());
        assertThat(receipt.path("offline").asBoolean()).isTrue();
        assertThat(receipt.path("kept").asInt()).isEqualTo(FILES);
        assertThat(receipt.path("content_hash").asString()).isEqualTo(first);

        Files.writeString(pulled.resolve("labels/0000.txt"), "0 0.5 0.5 0.1 0.9999\n");
        assertThat(offline.run("pull", id, pulled.toString()).exit())
                .as("a file is missing, and nobody has it")
                .isEqualTo(6);
    }

    /// A copy without our own record of the pull.
    private static Path below(Path pulled) {
        return Bytes.write(pulled.resolveSibling("copy-" + System.nanoTime()), Bytes.below(pulled, ".gotgan"));
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
