package dev.gotgan.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gotgan.engine.testing.Json;
import dev.gotgan.engine.testing.Repository;
import dev.gotgan.engine.testing.Shared;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PathRulesTest {
    /// The one case that contradicts another: `//` is refused by `path-double-slash`, by storage.md, and by
    /// every file system, yet this name with a `//` in it is listed as accepted.
    private static final String CONTRADICTION = "path-log4shell";

    @TestFactory
    Stream<DynamicTest> everyPathVectorHasItsVerdictAndItsWarnings() {
        return Json.objects(Repository.spec("vectors/paths.json"), "paths").stream()
                .map(vector -> DynamicTest.dynamicTest(name(vector), () -> checkVector(vector)));
    }

    @TestFactory
    Stream<DynamicTest> everyHostilePathHasItsVerdictAndItsReason() {
        var manifest = Shared.at("hostile/manifest.json");
        return Json.objects(manifest, "cases").stream()
                .filter(hostile -> "path".equals(hostile.get("group")))
                .filter(hostile -> !CONTRADICTION.equals(hostile.get("id")))
                .filter(hostile -> !String.valueOf(hostile.get("id")).startsWith("path-pair-"))
                .map(hostile ->
                        DynamicTest.dynamicTest(String.valueOf(hostile.get("id")), () -> checkHostile(hostile)));
    }

    @Test
    void lookupSyntaxIsOnlyText() {
        assertThat(LogicalPath.of("${jndi:ldap:203.0.113.9/a}.jpg").value())
                .isEqualTo("${jndi:ldap:203.0.113.9/a}.jpg");
        assertThat(refusal("${jndi:ldap://203.0.113.9/a}.jpg")).isEqualTo("path_ambiguous");
    }

    @Test
    void halfASurrogatePairIsNoText() {
        assertThat(refusal("a\uD83D.jpg")).isEqualTo("path_encoding");
        assertThat(refusal("a\uDC31\uD83D.jpg")).isEqualTo("path_encoding");
    }

    @Test
    void aPathOfMegabytesIsRefusedWithoutBeingLookedAt() {
        var refused = catchThrowableOfType(PathRefused.class, () -> LogicalPath.of("é".repeat(8 << 20)));
        assertThat(refused.code()).isEqualTo("path_too_long");
        assertThat(refused.path().length()).isLessThan(10_000);
    }

    @Test
    void aRefusedPathIsShownWithoutItsControlCharacters() {
        assertThat(PathRefused.shown("a\r\n\u202Eb.jpg")).isEqualTo("a<U+000D><U+000A><U+202E>b.jpg");
        assertThat(PathRefused.shown("x".repeat(500))).hasSize(201).endsWith("…");
    }

    private static void checkVector(Map<String, Object> vector) {
        String path = String.valueOf(vector.get("path"));
        if ("refuse".equals(vector.get("verdict"))) {
            assertThat(refusal(path)).isEqualTo(vector.get("code"));
        } else {
            var logical = LogicalPath.of(path);
            assertThat(logical.value()).isEqualTo(vector.getOrDefault("stored", path));
            assertThat(codes(logical)).isEqualTo(Json.list(vector.get("warnings")));
        }
    }

    private static void checkHostile(Map<String, Object> hostile) {
        var file = Shared.at("hostile/" + hostile.get("file"));
        var given = Json.object(Json.read(file));
        String path = String.valueOf(given.get("path"));
        assertThat(HexFormat.of().formatHex(path.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(given.get("path_hex"));
        if (path.equals(LogicalPath.META)) {
            return; // a row's own rule: see PathDoorTest and the plan's tests
        }
        switch (String.valueOf(hostile.get("expected"))) {
            case "reject" -> assertThat(refusal(path)).isEqualTo(hostile.get("reason"));
            case "accept_with_warning" ->
                assertThat(codes(LogicalPath.of(path))).contains(hostile.get("reason"));
            case "accept" -> LogicalPath.of(path);
            default -> throw new IllegalStateException("a new verdict: " + hostile);
        }
    }

    private static String refusal(String path) {
        return catchThrowableOfType(PathRefused.class, () -> LogicalPath.of(path))
                .code();
    }

    private static List<Object> codes(LogicalPath path) {
        var codes = path.warnings().stream().map(PathWarning::code).sorted().toArray();
        return new ArrayList<>(Arrays.asList(codes));
    }

    private static String name(Map<String, Object> vector) {
        return "<" + PathRefused.shown(String.valueOf(vector.get("path"))) + ">";
    }
}
