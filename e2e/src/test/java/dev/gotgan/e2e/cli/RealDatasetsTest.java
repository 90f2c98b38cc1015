package dev.gotgan.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Real datasets, pushed as folders, come out as what they are, byte for byte.
class RealDatasetsTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "voc-bccd/BCCD,          pascal_voc,  object_detection,     364,  3, train=205 val=87 test=72",
        "if-sign-digits/Dataset, imagefolder, image_classification, 2062, 10, ''",
        "coco-rbc-roboflow,      coco,        object_detection,     240,  3, train=210 valid=20 test=10",
        "yolo-rice-pest,         yolo,        object_detection,     530,  7, train=424 valid=53 test=53"
    })
    void aRealDatasetGoesInAndComesOut(String name, String format, String task, int images, int classes, String splits)
            throws IOException {
        var data = Repository.findData(name);
        assumeTrue(data.isPresent(), "the real datasets are not beside this repository");
        var source = data.orElseThrow();
        var person = Gotgan.person();
        var cli = new CommandLine(Gotgan.server(), person.token(), folder.resolve("home"));

        var pushed = cli.run("push", source.toString(), "--json");
        assertThat(pushed.exit()).as(pushed.err()).isZero();
        String id = json.readTree(pushed.out()).path("dataset_id").asString();

        var shown = json.readTree(cli.run("show", id, "--json").out());
        assertThat(shown.path("format").asString()).isEqualTo(format);
        assertThat(shown.path("task_type").asString()).isEqualTo(task);
        assertThat(shown.path("num_images").asInt()).isEqualTo(images);
        assertThat(shown.path("num_classes").asInt()).isEqualTo(classes);
        var expected = new ArrayList<String>();
        shown.path("splits").properties().forEach(split -> expected.add(split.getKey() + "=" + split.getValue()));
        assertThat(String.join(" ", expected)).isEqualTo(splits);

        String hash = shown.path("content_hash").asString();
        Gotgan.published(Gotgan.server(), id, hash);
        assertThat(Coreutils.contentHash(source)).isEqualTo(hash);
        assertThat(Coreutils.contentHash(Gotgan.live(Gotgan.server(), id))).isEqualTo(hash);
        pullsVerifiesAndMends(cli, id, hash, source);
    }

    private void pullsVerifiesAndMends(CommandLine cli, String id, String hash, Path source) throws IOException {
        var copy = folder.resolve("copy");
        assertThat(cli.run("pull", id, copy.toString()).exit()).isZero();
        same(Bytes.below(source), Bytes.below(copy, ".gotgan"));
        assertThat(Coreutils.contentHash(copy)).isEqualTo(hash);

        var again = json.readTree(cli.run("pull", id, copy.toString(), "--json").out());
        assertThat(again.path("fetched").asInt()).isZero();

        var victim =
                copy.resolve(Bytes.below(copy, ".gotgan").keySet().iterator().next());
        var time = Files.getLastModifiedTime(victim);
        var bytes = Files.readAllBytes(victim);
        bytes[bytes.length / 2] ^= 1;
        Files.write(victim, bytes);
        Files.setLastModifiedTime(victim, time);
        assertThat(cli.run("verify", copy.toString()).exit()).isEqualTo(7);
        var mended =
                json.readTree(cli.run("pull", id, copy.toString(), "--json").out());
        assertThat(mended.path("fetched").asInt()).isEqualTo(1);
        assertThat(cli.run("verify", copy.toString()).exit()).isZero();
    }

    private static void same(Map<String, byte[]> expected, Map<String, byte[]> found) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, bytes) -> assertThat(found.get(path)).as(path).isEqualTo(bytes));
    }
}
