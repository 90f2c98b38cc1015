package dev.gotgan.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.faults.FaultProxy.Seen;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A push that is killed again and again. `./gotgan pushes` does it with 60,000 files.
class KilledPushTest {
    private static final int FILES = Integer.getInteger("gotgan.pushes.files", 6000);
    private static final int SIZE = 900;
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Test
    void hardlyAByteIsSentTwiceAndThereIsOneCommit() throws Exception {
        var source = source();
        var person = Gotgan.person();
        try (var proxy = FaultProxy.before(Gotgan.server().url())) {
            var cli = new CommandLine(proxy.url(), person.token(), folder.resolve("home"));
            for (int i = 1; i <= KILLS; i++) {
                int enough = FILES * i / (KILLS + 1);
                var push = cli.start("push", source.toString());
                for (int step = 0; step <= enough; step += 500) {
                    int some = step;
                    Gotgan.eventually(some + " files are sent", () -> proxy.count(KilledPushTest::isUpload) > some);
                }
                assertThat(push.isAlive()).isTrue();
                push.destroyForcibly().waitFor();
            }
            var last = cli.run("push", source.toString(), "--json");
            assertThat(last.exit()).as(last.err()).isZero();
            assertThat(last.err()).contains("going on with the upload");

            var answer = JsonMapper.shared().readTree(last.out());
            var id = answer.path("dataset_id").asString();
            assertThat(answer.path("added").asInt()).isEqualTo(FILES);
            assertThat(person.client()
                            .get("/api/v1/datasets/" + id + "/history")
                            .json())
                    .hasSize(1);
            assertThat(answer.path("content_hash").asString()).isEqualTo(Coreutils.contentHash(source));
            var uploads =
                    proxy.takeSeen().stream().filter(KilledPushTest::isUpload).toList();
            long sent = uploads.stream().mapToLong(Seen::bytes).sum();
            System.out.printf(
                    "%d files, killed %d times: %d bytes sent for %d, %.4f%n",
                    FILES, KILLS, sent, (long) FILES * SIZE, (double) sent / FILES / SIZE);
            assertThat(sent).isBetween((long) FILES * SIZE, (long) (FILES * SIZE * 1.01));
            assertThat(new HashSet<>(uploads.stream().map(KilledPushTest::key).toList()))
                    .hasSize(FILES);
        }
    }

    private Path source() throws IOException {
        var random = new Random(60_000);
        var source = folder.resolve("source");
        for (int i = 0; i < FILES; i++) {
            var file = source.resolve("data/%03d/%05d.bin".formatted(i / 500, i));
            if (i % 500 == 0) {
                Files.createDirectories(file.getParent());
            }
            var bytes = new byte[SIZE];
            random.nextBytes(bytes);
            Files.write(file, bytes);
        }
        return source;
    }

    private static boolean isUpload(Seen request) {
        return request.method().equals("PUT");
    }

    private static String key(Seen upload) {
        return upload.target().replaceAll(".*[?&]key=([^&]*).*", "$1");
    }
}
