package dev.gotgan.e2e.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.Client.Part;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The store lies on a small file system of its own.
class FullDiskTest {
    private Path disk;

    @BeforeEach
    void place() throws IOException {
        disk = Files.createDirectories(Gotgan.freshFolder("disk"));
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", "-l", disk.toString());
    }

    @Test
    void whereNoRoomIsLeftForTheBytesTheUploadIsRefusedBeforeAnyIsStored() throws Exception {
        mount("size=1040m"); // a gibibyte is always kept free
        try (var server = server()) {
            var client = client(server);
            String id = dataset(client);
            var before = Everything.of(server, disk.resolve("store"));
            var answer = client.upload(
                    "/api/v1/datasets/" + id + "/upload", List.of(Part.file("large.bin", new byte[32 << 20])));
            assertFull(answer);
            assertThat(Everything.of(server, disk.resolve("store"))).isEqualTo(before);
        }
    }

    @Test
    void aDiskThatFillsUpWhileFilesAreStoredGivesEveryByteBack() throws Exception {
        mount("size=1200m,nr_inodes=60"); // bytes enough, but no room for a hundred files
        try (var server = server()) {
            var client = client(server);
            String id = dataset(client);
            var before = Everything.of(server, disk.resolve("store"));
            var many = new TreeMap<String, byte[]>();
            for (int i = 0; i < 100; i++) {
                many.put("many/%03d.bin".formatted(i), Bytes.of("file " + i));
            }
            assertFull(send(client, id, many));
            assertThat(Everything.of(server, disk.resolve("store"))).isEqualTo(before);
            var fits = send(client, id, Map.of("few/1.bin", Bytes.of("1"), "few/2.bin", Bytes.of("2")));
            assertThat(fits.status()).as(fits.toString()).isEqualTo(200);
            assertThat(fits.json().path("added").asInt()).isEqualTo(2);
        }
    }

    private static void assertFull(Client.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(507);
        assertThat(answer.code()).isEqualTo("insufficient_storage");
    }

    private static Client.Answer send(Client client, String id, Map<String, byte[]> files) {
        return client.upload(
                "/api/v1/datasets/" + id + "/upload", List.of(new Part("file", "files.zip", Bytes.zip(files))));
    }

    private static String dataset(Client client) {
        var parts = List.of(Part.field("name", "small"), Part.file("first.txt", Bytes.of("first")));
        var made = client.upload("/api/v1/datasets/upload", parts);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().path("dataset_id").asString();
    }

    private RunningServer server() {
        return RunningServer.start(
                Gotgan.freshFolder("full"),
                Map.of("GOTGAN_STORE", disk.resolve("store").toUri().toString()));
    }

    private static Client client(RunningServer server) {
        return Client.withToken(server.url(), Client.newToken(server.url(), Gotgan.ADMIN, server.adminPassword()));
    }

    private void mount(String options) throws IOException, InterruptedException {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "only who may mount a file system can fill one up");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
