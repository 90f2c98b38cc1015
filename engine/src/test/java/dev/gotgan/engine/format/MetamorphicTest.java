package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.folder.AnalyzeFolder;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What does not change a dataset does not change what is said of it.
class MetamorphicTest {
    static List<String> datasets() {
        return List.of(
                "voc-bccd/BCCD",
                "coco-rbc-roboflow",
                "yolo-mark/x64/Release/data",
                "datumaro/coco_dataset/coco_instances",
                "datumaro/coco_dataset/coco_roboflow",
                "datumaro/voc_dataset/voc_dataset1",
                "datumaro/kaggle_dataset/relaxed_voc2",
                "datumaro/yolo_dataset/strict",
                "datumaro/roboflow_dataset/yolo",
                "datumaro/imagenet_subsets_dataset",
                "dup-imagededup/data/mixed_images");
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void whatDoesNotMatterDoesNotMatter(String name) throws IOException {
        var root = Shared.at("data/" + name);
        var expected = new AnalyzeFolder().of(root, AnalysisHint.NONE).analysis();
        var streamed = upload(root, path -> path, bytes -> bytes).analyze();
        assertThat(Tables.summary(streamed)).isEqualTo(Tables.summary(expected));
        assertThat(kinds(streamed)).isEqualTo(kinds(expected));
        for (var top : List.of("pets/", "데이터/v2/")) {
            var wrapped = upload(root, path -> top + path, bytes -> bytes).analyze();
            assertThat(Tables.summary(wrapped)).as("below %s", top).isEqualTo(Tables.summary(expected));
        }
        var windows =
                upload(root, path -> path, MetamorphicTest::carriageReturns).analyze();
        assertThat(Tables.summary(windows)).as("CRLF").isEqualTo(Tables.summary(expected));
        var finder = upload(root, path -> Normalizer.normalize("각/" + path, Normalizer.Form.NFD), bytes -> bytes)
                .analyze();
        assertThat(Tables.summary(finder)).as("NFD").isEqualTo(Tables.summary(expected));
        var marked = upload(root, path -> path, MetamorphicTest::byteOrderMark).analyze();
        assertThat(Tables.summary(marked)).as("BOM").isEqualTo(Tables.summary(expected));
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void keysInAnotherOrderSayTheSame(String name) throws IOException {
        var root = Shared.at("data/" + name);
        var expected = upload(root, path -> path, bytes -> bytes).analyze();
        for (long seed = 1; seed <= 3; seed++) {
            long order = seed;
            var shuffled = upload(root, path -> path, bytes -> Reworded.shuffled(bytes, order))
                    .analyze();
            assertThat(Tables.summary(shuffled)).isEqualTo(Tables.summary(expected));
            assertThat(kinds(shuffled)).isEqualTo(kinds(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void otherNamesForClassesChangeOnlyTheNames(String name) throws IOException {
        var root = Shared.at("data/" + name);
        var expected = upload(root, path -> path, bytes -> bytes).analyze();
        var reworded = Reworded.classes(expected.classes());
        var renamed = upload(root, reworded, text(reworded)).analyze();
        var classes = expected.classes().stream().map(each -> "k_" + each).toList();
        assertThat(Tables.summary(renamed)).isEqualTo(Tables.summary(expected, classes, each -> each));
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void otherNamesForSplitsChangeOnlyTheNames(String name) throws IOException {
        var root = Shared.at("data/" + name);
        var expected = upload(root, path -> path, bytes -> bytes).analyze();
        var reworded = Reworded.splits();
        var renamed = upload(root, reworded, text(reworded)).analyze();
        assertThat(Tables.summary(renamed)).isEqualTo(Tables.summary(expected, expected.classes(), reworded));
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void oneFolderLessAroundItSaysTheSame(String name) throws IOException {
        var root = Shared.at("data/" + name);
        var wrapped = upload(root, path -> "pets/" + path, bytes -> bytes);
        if (wrapped.analyze().format() != Format.UNKNOWN) { // nothing is better without a folder that nothing reads
            assertThat(new StripTop().find(wrapped.files(), wrapped)).contains("pets");
        }
        var without = upload(root, path -> path, bytes -> bytes);
        assertThat(Tables.summary(without.analyze())).isEqualTo(Tables.summary(wrapped.analyze()));
    }

    private static UnaryOperator<byte[]> text(UnaryOperator<String> reworded) {
        return bytes ->
                reworded.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> kinds(Analysis analysis) {
        return analysis.findings().stream().map(Finding::kind).sorted().toList();
    }

    private static Upload upload(Path root, UnaryOperator<String> rename, UnaryOperator<byte[]> rewrite)
            throws IOException {
        var upload = new Upload();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = rename.apply(root.relativize(file).toString());
                var bytes = Files.readAllBytes(file);
                boolean text = ContentRole.of(LogicalPath.of(path)) != ContentRole.IMAGE;
                upload.with(path, text ? rewrite.apply(bytes) : bytes);
            }
        }
        return upload;
    }

    private static byte[] carriageReturns(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] byteOrderMark(byte[] bytes) {
        return ("\uFEFF" + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
