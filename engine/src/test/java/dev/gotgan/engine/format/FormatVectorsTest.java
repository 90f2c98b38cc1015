package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.testing.Json;
import dev.gotgan.engine.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every dialect and pitfall that `spec/formats/` speaks of, as a small dataset and the table that it is.
class FormatVectorsTest {
    private static final Set<String> FINDING = Set.of("kind", "path", "line", "pointer", "value", "count", "severity");
    private static final Set<String> ROW = Set.of("split", "label", "label_ref", "objects", "classes");

    @TestFactory
    Stream<DynamicContainer> everyVectorIsWhatItIs() throws IOException {
        return files().stream()
                .map(file ->
                        DynamicContainer.dynamicContainer(file.getFileName().toString(), tests(file)));
    }

    @Test
    void everyCaseHasANameOfItsOwn() throws IOException {
        for (var file : files()) {
            var names = Json.objects(file, "cases").stream()
                    .map(each -> String.valueOf(each.get("name")))
                    .toList();
            assertThat(names).as(file.toString()).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static Stream<DynamicTest> tests(Path file) {
        return Json.objects(file, "cases").stream()
                .map(each ->
                        DynamicTest.dynamicTest(String.valueOf(each.get("name")), () -> check(FormatVector.of(each))));
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(Repository.spec("vectors/formats"))) {
            var found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static void check(FormatVector vector) {
        var found = vector.upload().analyze(vector.hint());
        var table = table(found);
        var softly = new SoftAssertions();
        vector.expected().forEach((key, value) -> {
            switch (key) {
                case "findings" -> {}
                case "rows" -> rows(Json.object(value), found, softly);
                case "evidence" ->
                    softly.assertThat(String.join("\n", found.evidence())).contains(texts(value));
                default -> softly.assertThat(table.get(key)).as(key).isEqualTo(value);
            }
        });
        softly.assertThat(unmatched(Json.list(vector.expected().get("findings")), found))
                .as("findings expected and not found (-), found and not expected (+)")
                .isEmpty();
        softly.assertAll();
    }

    private static Map<String, Object> table(Analysis found) {
        var table = new LinkedHashMap<String, Object>();
        table.put("format", found.format().wire());
        table.put("task_type", found.taskType().wire());
        table.put("classes", found.classes());
        table.put("splits", found.splits().stream().collect(Collectors.toMap(Analysis.Split::name, split ->
                (Object) split.images())));
        table.put("images", found.images());
        table.put("labelled_images", found.labelledImages());
        table.put("objects", found.objects());
        table.put("training_ready", found.trainingReady());
        return table;
    }

    private static void rows(Map<String, Object> expected, Analysis found, SoftAssertions softly) {
        var byPath =
                found.rows().stream().collect(Collectors.toMap(row -> row.path().value(), row -> row));
        expected.forEach((path, value) -> {
            var row = byPath.get(path);
            softly.assertThat(row).as(path).isNotNull();
            if (row != null) {
                var written = Json.object(value);
                FormatVector.onlyKnown(ROW, written);
                written.forEach((key, each) ->
                        softly.assertThat(cell(row, key)).as(path + " " + key).isEqualTo(each));
            }
        });
    }

    private static Object cell(ImageRow row, String key) {
        return switch (key) {
            case "split" -> row.split();
            case "label" -> row.label() == null ? "" : row.label().value();
            case "label_ref" -> row.labelRef();
            case "objects" -> (long) row.objects();
            default -> row.classes().stream().map(Integer::longValue).toList();
        };
    }

    private static List<String> unmatched(List<Object> expected, Analysis found) {
        var left = new ArrayList<>(found.findings());
        var wrong = new ArrayList<String>();
        for (var each : expected) {
            var written = Json.object(each);
            FormatVector.onlyKnown(FINDING, written);
            var match =
                    left.stream().filter(finding -> matches(written, finding)).findFirst();
            match.ifPresentOrElse(left::remove, () -> wrong.add("- " + written));
        }
        left.forEach(finding -> wrong.add("+ " + finding));
        return wrong;
    }

    /// What a case leaves out of a finding is its usual value; only `value` and `severity` may be anything then.
    private static boolean matches(Map<String, Object> written, Finding finding) {
        return finding.kind().equals(written.get("kind"))
                && Objects.equals(finding.path(), written.get("path"))
                && Objects.equals(finding.pointer(), written.get("pointer"))
                && finding.line() == FormatVector.number(written.getOrDefault("line", 0L))
                && finding.count() == FormatVector.number(written.getOrDefault("count", 1L))
                && (!written.containsKey("value") || written.get("value").equals(finding.value()))
                && (!written.containsKey("severity")
                        || written.get("severity").equals(finding.severity().wire()));
    }

    private static List<String> texts(Object value) {
        return Json.list(value).stream().map(String::valueOf).toList();
    }
}
