package dev.gotgan.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.OwnDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Folders on their way to a dataset, by command line.
class PushTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private Gotgan.Person person;
    private CommandLine cli;
    private Path source;

    @BeforeEach
    void enter() throws IOException {
        person = Gotgan.person();
        cli = new CommandLine(Gotgan.server(), person.token(), folder.resolve("home"));
        source = Files.createDirectory(folder.resolve("source"));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(source.resolve(path).getParent());
        Files.writeString(source.resolve(path), text);
    }

    private JsonNode push(String... more) {
        var arguments = new String[more.length + 3];
        arguments[0] = "push";
        arguments[1] = source.toString();
        arguments[2] = "--json";
        System.arraycopy(more, 0, arguments, 3, more.length);
        var result = cli.run(arguments);
        assertThat(result.exit()).as(result.err()).isZero();
        return JSON.readTree(result.out());
    }

    @Test
    void aKilledPushGoesOnAndSendsNothingTwice() throws Exception {
        for (int i = 0; i < 4000; i++) {
            write("labels/%04d.txt".formatted(i), "0 0.5 0.5 0.1 0." + (1000 + i));
        }
        var push = cli.start("push", source.toString(), "--name", "Killed");
        Gotgan.eventually(
                "a thousand files arrive", () -> push.isAlive() && arrived().size() > 1000);
        push.destroyForcibly().waitFor();
        var before = arrived();
        assertThat(before).hasSizeBetween(1001, 3999);

        var result = cli.run("push", source.toString(), "--name", "Killed", "--json");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.err()).contains("going on with the upload");
        var answer = JSON.readTree(result.out());
        assertThat(answer.path("added").asInt()).isEqualTo(4000);
        assertThat(arrived()).as("no file was written twice").containsAllEntriesOf(before);

        String id = answer.path("dataset_id").asString();
        assertThat(Coreutils.contentHash(source))
                .isEqualTo(answer.path("content_hash").asString());
        assertThat(Coreutils.contentHash(Gotgan.live(Gotgan.server(), id)))
                .isEqualTo(answer.path("content_hash").asString());
        assertThat(person.client().get("/api/v1/datasets/" + id + "/history").json())
                .hasSize(1);
        assertThat(person.client().get("/api/v1/datasets/" + id + "/uploads").json())
                .isEmpty();
    }

    /// Inode and time of each file of the person's only dataset.
    private Map<String, String> arrived() {
        var mine = person.client().get("/api/v1/datasets/available?owner=me").json();
        var found = new HashMap<String, String>();
        if (mine.isEmpty()) {
            return found;
        }
        var live =
                Gotgan.live(Gotgan.server(), mine.get(0).path("id").asString()).resolve("labels");
        if (!Files.isDirectory(live)) {
            return found;
        }
        try (var files = Files.newDirectoryStream(live)) {
            for (var file : files) {
                found.put(
                        String.valueOf(file.getFileName()),
                        Files.getAttribute(file, "unix:ino") + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    @Test
    void aSecondPushSendsWhatChangedAndADryRunSaysSoBefore() throws IOException {
        write("a.txt", "one");
        write("b/c.txt", "two");
        String id = push().path("dataset_id").asString();
        write("a.txt", "ONE");
        write("d.txt", "three");
        var foreseen = push("--to", id, "--dry-run");
        assertThat(foreseen.toString())
                .isEqualTo("{\"new\":1,\"replaced\":1,\"same\":1,\"only_in_dataset\":0,\"bytes\":8}");
        var done = push("--to", id);
        assertThat(done.path("added").asInt()).isEqualTo(1);
        assertThat(done.path("changed").asInt()).isEqualTo(1);
        assertThat(done.path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void aPushOfWhatIsThereOpensNoUploadAndAnswersAsACommitWould() throws IOException {
        write("a.txt", "one");
        write("b/c.txt", "two");
        String id = push().path("dataset_id").asString();
        write("d.txt", "three");
        var sent = push("--to", id);
        var again = push("--to", id);
        assertThat(again.propertyNames()).containsExactlyElementsOf(sent.propertyNames());
        for (var same :
                List.of("dataset_id", "status", "num_images", "format", "content_hash", "version", "generation")) {
            assertThat(again.path(same)).as(same).isEqualTo(sent.path(same));
        }
        assertThat(again.path("unchanged").asInt()).isEqualTo(3);
        assertThat(again.path("added").asInt()).isZero();
    }

    @Test
    void aMirrorRemovesWhatIsGoneOnlyIfToldSo() throws IOException {
        write("a.txt", "one");
        write("b.txt", "two");
        String id = push().path("dataset_id").asString();
        Files.delete(source.resolve("b.txt"));
        assertThat(push("--to", id).path("removed").asInt()).isZero();
        var asked = cli.run("push", source.toString(), "--to", id, "--mirror");
        assertThat(asked.exit()).as("nobody is there to say yes").isEqualTo(1);
        assertThat(asked.err()).contains("b.txt", "--yes");
        assertThat(push("--to", id, "--mirror", "--yes").path("removed").asInt())
                .isEqualTo(1);
    }

    @Test
    void aPushThatIsRefusedForGoodTakesItsNewDatasetBack() throws IOException {
        for (int i = 0; i < 1200; i++) {
            write("labels/%04d.txt".formatted(i), "0 0.5 0.5 0.1 0." + (1000 + i));
        }
        var large = Files.createFile(source.resolve("zz.bin")); // refused after a thousand were sent
        try (var file = FileChannel.open(large, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[1]), (5L << 30) - (5L << 20)); // all before it takes no room
        }
        var result = cli.run("push", source.toString());
        assertThat(result.exit()).as(result.err()).isEqualTo(5);
        assertThat(result.err())
                .contains("1 files can't be taken", "file_too_large")
                .doesNotContain("is there still");
        assertThat(mine()).isEmpty();
        var trash = person.client().get("/api/v1/datasets/trash").json();
        assertThat(trash).as("for good").isEmpty();

        Files.delete(large);
        assertThat(push().path("added").asInt()).isEqualTo(1200);
        assertThat(mine()).hasSize(1);
    }

    @Test
    void whoseUploadSomebodyEndedGoesOnInTheSameNewDataset() throws Exception {
        for (int i = 0; i < 4000; i++) {
            write("labels/%04d.txt".formatted(i), "0 0.5 0.5 0.1 0." + (1000 + i));
        }
        var push = cli.start("push", source.toString());
        Gotgan.eventually(
                "a thousand files arrive", () -> push.isAlive() && arrived().size() > 1000);
        var id = mine().get(0).path("id").asString();
        var uploads = "/api/v1/datasets/" + id + "/uploads";
        var open = person.client().get(uploads).json().get(0).path("upload_id").asString();
        person.client().send("DELETE", uploads + "/" + open, Map.of());
        assertThat(push.waitFor()).isNotZero();
        assertThat(mine()).hasSize(1);
        try (var database = OwnDatabase.of(Gotgan.server())) { // paths are held until what arrived is cleared away
            Gotgan.eventually(
                    "its paths are free",
                    () -> database.number("select count(*) from reservations where dataset = ?", id) == 0);
        }
        assertThat(push().path("dataset_id").asString()).isEqualTo(id);
    }

    private JsonNode mine() {
        return person.client().get("/api/v1/datasets/available?owner=me").json();
    }

    @Test
    void aFileThatNoDatasetMayHoldEndsThePushBeforeAnythingIsSent() throws IOException {
        write("a.txt", "one");
        write("bad\u202Ename.txt", "two");
        var result = cli.run("push", source.toString());
        assertThat(result.exit()).isEqualTo(5);
        assertThat(result.err()).contains("path_control_char");
        assertThat(person.client().get("/api/v1/datasets/available?owner=me").json())
                .isEmpty();
    }
}
