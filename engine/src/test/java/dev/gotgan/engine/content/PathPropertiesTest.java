package dev.gotgan.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PathPropertiesTest {
    private static final Path ROOT = Path.of("/somewhere/datasets/x");

    @Property(tries = 3000)
    void anyTextIsRefusedWithAReasonOrStaysInsideItsFolder(@ForAll("texts") String raw) {
        find(raw).ifPresent(path -> {
            var file = ROOT.resolve(path.value()).normalize();
            assertThat(file.startsWith(ROOT)).isTrue();
            assertThat(ROOT.relativize(file).toString()).isEqualTo(path.value());
        });
    }

    @Property(tries = 3000)
    void anAcceptedPathIsNormalAndComesBackAsItIs(@ForAll("texts") String raw) {
        find(raw).ifPresent(path -> {
            assertThat(Normalizer.isNormalized(path.value(), Normalizer.Form.NFC))
                    .isTrue();
            assertThat(LogicalPath.of(path.value())).isEqualTo(path);
            assertThat(LogicalPath.of(Normalizer.normalize(raw, Normalizer.Form.NFD)))
                    .isEqualTo(path);
            byte[] utf8 = path.value().getBytes(StandardCharsets.UTF_8);
            assertThat(new String(utf8, StandardCharsets.UTF_8)).isEqualTo(path.value());
            assertThat(utf8.length).isLessThanOrEqualTo(PathRules.KEY_BYTES);
        });
    }

    @Property(tries = 3000)
    void orderIsThatOfUtf8Bytes(@ForAll("texts") String a, @ForAll("texts") String b) {
        byte[] x = a.getBytes(StandardCharsets.UTF_8);
        byte[] y = b.getBytes(StandardCharsets.UTF_8);
        if (isText(a) && isText(b)) {
            assertThat(Integer.signum(Utf8Order.compare(a, b))).isEqualTo(Integer.signum(Arrays.compareUnsigned(x, y)));
            assertThat(Utf8Order.length(a, 0, a.length())).isEqualTo(x.length);
        }
    }

    @Property(tries = 3000)
    void whatIsShownHasNoControlCharacters(@ForAll("texts") String raw) {
        assertThat(PathRefused.shown(raw).codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    @Provide
    Arbitrary<String> texts() {
        var odd = Arbitraries.of(
                ".", "..", "/", "\\", "%2e", "%2f", "．", "／", "‥", "\u200d", "\u2066", "é", "e\u0301", "가", "가", "🐱",
                "\uD83D", "\uFFFF", "\uE000", "C:", "file:/", " ", "\u00a0", "\0", "\n", "CON", "a", "b.jpg", "x");
        var crafted = odd.list().ofMaxSize(8).map(parts -> String.join("", parts));
        return Arbitraries.oneOf(crafted, Arbitraries.strings().ofMaxLength(12));
    }

    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static Optional<LogicalPath> find(String raw) {
        try {
            return Optional.of(LogicalPath.of(raw));
        } catch (PathRefused refused) {
            assertThat(refused.why()).isNotBlank();
            return Optional.empty();
        }
    }
}
