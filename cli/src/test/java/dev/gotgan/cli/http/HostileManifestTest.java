package dev.gotgan.cli.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.pull.PullDataset;
import dev.gotgan.engine.pull.PullReceipt;
import dev.gotgan.engine.pull.PullRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that names paths to do harm by.
class HostileManifestTest {
    @TempDir
    Path outer;

    private PullReceipt pull(Path target, List<String> paths) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        paths.forEach(path -> contents.put(path, ("of " + path).getBytes(UTF_8)));
        contents.put("honest.txt", "honest".getBytes(UTF_8));
        try (var server = new StandIn(contents);
                var api = server.api()) {
            return new PullDataset(new HttpPullSource(api, "d", null, 4), 2).run(target, (file, bytes) -> {});
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "a/../../x",
                "/x",
                "a/./x",
                "a//x",
                "C:/x",
                "a\\..\\x",
                "",
                "..",
                "x\u0000",
                ".gotgan/files"
            })
    void nothingIsWrittenAnywhere(String path) throws IOException {
        var target = outer.resolve("target");
        assertThatThrownBy(() -> pull(target, List.of(path))).isInstanceOfAny(PathRefused.class, PullRefused.class);
        assertThat(files(outer))
                .as("outside and inside, not even the honest file")
                .isEmpty();
    }

    @Test
    void everyNameOfTheCorpusIsWrittenInsideOrNowhere() throws IOException {
        var corpus = shared("hostile");
        assumeTrue(corpus != null, "the hostile corpus is not beside this repository");
        int refused = 0;
        int written = 0;
        for (var each : Api.JSON
                .readTree(Files.readString(corpus.resolve("manifest.json")))
                .path("cases")) {
            if (!each.path("group").asString().equals("path")) {
                continue;
            }
            var said = Api.JSON.readTree(
                    Files.readString(corpus.resolve(each.path("file").asString())));
            var paths = new ArrayList<String>();
            if (said.has("path")) {
                paths.add(said.path("path").asString());
            }
            said.path("paths").forEach(path -> paths.add(path.asString()));
            var id = each.path("id").asString();
            var around = Files.createDirectory(outer.resolve(id));
            var target = around.resolve("target");
            try {
                pull(target, paths);
                var expected = new ArrayList<>(List.of("target/honest.txt"));
                paths.forEach(path -> expected.add("target/" + Normalizer.normalize(path, Normalizer.Form.NFC)));
                assertThat(files(around)).as(id).containsExactlyInAnyOrderElementsOf(expected);
                written++;
            } catch (PathRefused | PullRefused e) {
                assertThat(files(around)).as(id).isEmpty();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(25);
        assertThat(written).isGreaterThan(10);
    }

    /// All files but our own record of the pull.
    private static List<String> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> !file.contains("target/.gotgan/"))
                    .toList();
        }
    }

    private static @org.jspecify.annotations.Nullable Path shared(String name) {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var there = at.resolveSibling("shared").resolve(name);
            if (Files.isDirectory(there)) {
                return there;
            }
        }
        return null;
    }
}
