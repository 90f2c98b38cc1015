package dev.gotgan.engine.format;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.testing.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One case of `spec/vectors/formats/*.json`, as `README.md` there lays down. An unknown key is a mistake of whoever
/// wrote the case, never passed over.
record FormatVector(String name, Upload upload, AnalysisHint hint, Map<String, Object> expected) {
    private static final Set<String> CASE = Set.of("name", "note", "hint", "files", "expect");
    private static final Set<String> HINT = Set.of("format", "task_type", "class_names");
    private static final Set<String> EXPECT = Set.of(
            "format",
            "task_type",
            "classes",
            "splits",
            "images",
            "labelled_images",
            "objects",
            "training_ready",
            "evidence",
            "rows",
            "findings");

    static FormatVector of(Map<String, Object> written) {
        var hint = Json.object(written.get("hint"));
        var expected = Json.object(written.get("expect"));
        onlyKnown(CASE, written);
        onlyKnown(HINT, hint);
        onlyKnown(EXPECT, expected);
        var upload = new Upload();
        Json.object(written.get("files")).forEach((path, content) -> upload.with(path, bytes(path, content)));
        return new FormatVector(String.valueOf(written.get("name")), upload, hint(hint), expected);
    }

    static void onlyKnown(Set<String> known, Map<String, Object> written) {
        if (!known.containsAll(written.keySet())) {
            throw new IllegalArgumentException("%s: only %s are known".formatted(written.keySet(), known));
        }
    }

    private static byte[] bytes(String path, Object content) {
        if (content instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        if (content instanceof List<?> size) {
            return picture(path, size);
        }
        var given = Json.object(content);
        onlyKnown(Set.of("hex", "picture", "size"), given);
        return given.containsKey("hex")
                ? HexFormat.of().parseHex(String.valueOf(given.get("hex")))
                : picture("." + given.get("picture"), Json.list(given.get("size")));
    }

    private static byte[] picture(String path, List<?> size) {
        return Pictures.named(path, number(size.get(0)), number(size.get(1)));
    }

    private static AnalysisHint hint(Map<String, Object> hint) {
        return new AnalysisHint(
                hint.get("format") instanceof String name ? Format.find(name).orElseThrow() : null,
                hint.get("task_type") instanceof String name
                        ? TaskType.find(name).orElseThrow()
                        : null,
                hint.get("class_names") instanceof List<?> names
                        ? names.stream().map(String::valueOf).toList()
                        : null);
    }

    static int number(@Nullable Object value) {
        return value instanceof Long number ? Math.toIntExact(number) : 0;
    }
}
