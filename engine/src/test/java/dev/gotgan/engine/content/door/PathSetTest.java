package dev.gotgan.engine.content.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.PathWarning;
import dev.gotgan.engine.testing.Json;
import dev.gotgan.engine.testing.Repository;
import dev.gotgan.engine.testing.Shared;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PathSetTest {
    @TestFactory
    Stream<DynamicTest> everyPairVectorHasItsVerdict() {
        return Json.objects(Repository.spec("vectors/paths.json"), "pairs").stream()
                .map(pair -> DynamicTest.dynamicTest(
                        String.valueOf(pair.get("paths")),
                        () -> check(String.valueOf(pair.get("verdict")), Json.list(pair.get("paths")))));
    }

    @TestFactory
    Stream<DynamicTest> everyHostilePairHasItsVerdict() {
        var verdicts = Map.of("reject", "refuse", "accept_with_warning", "warn", "accept", "accept");
        return Json.objects(Shared.at("hostile/manifest.json"), "cases").stream()
                .filter(hostile -> String.valueOf(hostile.get("id")).startsWith("path-pair-"))
                .map(hostile -> DynamicTest.dynamicTest(String.valueOf(hostile.get("id")), () -> {
                    var file = Shared.at("hostile/" + hostile.get("file"));
                    var paths = Json.list(Json.object(Json.read(file)).get("paths"));
                    check(String.valueOf(verdicts.get(String.valueOf(hostile.get("expected")))), paths);
                }));
    }

    @Test
    void aFolderMayBeNamedAgainAndAgainButNotAFile() {
        var set = new PathSet();
        assertThat(set.addFolder(LogicalPath.of("images/train"))).isEmpty();
        assertThat(set.add(LogicalPath.of("images/train/a.jpg"))).isEmpty();
        assertThat(set.addFolder(LogicalPath.of("images"))).isEmpty();
        assertThat(set.addFolder(LogicalPath.of("images/train"))).isEmpty();
        assertThatThrownBy(() -> set.addFolder(LogicalPath.of("images/train/a.jpg")))
                .isInstanceOf(PathRefused.class);
        assertThatThrownBy(() -> set.add(LogicalPath.of("images"))).isInstanceOf(PathRefused.class);
    }

    @Test
    void aRefusedPathLeavesTheSetAsItWas() {
        var set = new PathSet();
        set.add(LogicalPath.of("x/y"));
        assertThatThrownBy(() -> set.add(LogicalPath.of("x/y/z/a.jpg"))).isInstanceOf(PathRefused.class);
        assertThat(set.size()).isEqualTo(1);
        assertThat(set.add(LogicalPath.of("x/z/a.jpg"))).isEmpty();
    }

    @Test
    void twoHundredThousandPathsFitInTwentyMegabytes() {
        var set = new PathSet();
        long before = used();
        for (int i = 0; i < 200_000; i++) {
            set.add(LogicalPath.of("Images/Class-%03d/IMG_%07d.JPG".formatted(i % 300, i)));
        }
        assertThat(used() - before).isLessThan(20L << 20);
        assertThat(set.size()).isEqualTo(200_000);
    }

    @Property(tries = 500)
    void aSetRefusesExactlyWhatATreeCouldNotHold(@ForAll("paths") List<String> raws) {
        var set = new PathSet();
        var held = new ArrayList<LogicalPath>();
        for (String raw : raws) {
            var path = LogicalPath.of(raw);
            boolean fits =
                    held.stream().noneMatch(other -> other.equals(path) || below(path, other) || below(other, path));
            if (fits) {
                var warnings = set.add(path);
                held.add(path);
                if (held.stream()
                                .filter(other -> fold(other).equals(fold(path)))
                                .count()
                        > 1) {
                    assertThat(warnings).containsExactly(PathWarning.PATH_COLLISION);
                }
            } else {
                assertThatThrownBy(() -> set.add(path)).isInstanceOf(PathRefused.class);
            }
        }
    }

    @Provide
    Arbitrary<List<String>> paths() {
        var segment = Arbitraries.of("a", "A", "b", "é", "e\u0301", "É", "ß", "ss", "가");
        return segment.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("/", parts))
                .list()
                .ofMaxSize(12);
    }

    private static void check(String verdict, List<Object> paths) {
        var set = new PathSet();
        set.add(LogicalPath.of(String.valueOf(paths.getFirst())));
        var second = LogicalPath.of(String.valueOf(paths.getLast()));
        switch (verdict) {
            case "refuse" -> {
                var refused = catchThrowableOfType(PathRefused.class, () -> set.add(second));
                assertThat(refused.code()).isEqualTo("path_collision");
            }
            case "warn" -> assertThat(set.add(second)).isEqualTo(Set.of(PathWarning.PATH_COLLISION));
            case "accept" -> assertThat(set.add(second)).isEmpty();
            default -> throw new IllegalStateException("a new verdict: " + verdict);
        }
    }

    private static boolean below(LogicalPath path, LogicalPath folder) {
        return path.value().startsWith(folder.value() + "/");
    }

    /// A second opinion, good enough for the letters above.
    private static String fold(LogicalPath path) {
        return Normalizer.normalize(path.value(), Normalizer.Form.NFC)
                .toLowerCase(java.util.Locale.ROOT)
                .replace("ß", "ss");
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
