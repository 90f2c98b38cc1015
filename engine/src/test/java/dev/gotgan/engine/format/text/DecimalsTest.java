package dev.gotgan.engine.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @Property
    boolean everyDoubleIsReadAsJavaReadsIt(@ForAll double number) {
        return Decimals.parse(Double.toString(number)) == number;
    }

    @Property
    boolean numbersAsLabelsHaveThemAreExact(
            @ForAll @DoubleRange(min = -1e5, max = 1e5) double number,
            @ForAll @IntRange(min = 0, max = 20) int digits) {
        var text = String.format(Locale.ROOT, "%." + digits + "f", number);
        return Decimals.parse(text) == Double.parseDouble(text);
    }

    @ParameterizedTest
    @CsvSource({
        "+1, 1",
        "-0.5, -0.5",
        ".5, 0.5",
        "5., 5",
        "1e-3, 0.001",
        "1E+2, 100",
        "007, 7",
        "0.1234567890123456789, 0.12345678901234568"
    })
    void theGrammarIsThatOfEveryTrainer(String text, double number) {
        assertThat(Decimals.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "e5", "1e", "1e+", "0.5f", "0x1p-1", "0.2d", "1_0", "１", "0,5", "NaN", "inf", "1 2",
                "1.2.3"
            })
    void whatOnlySomeProgramsReadIsNoNumber(String text) {
        assertThat(Decimals.parse(text)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"nan, true", "NaN, true", "-inf, true", "Infinity, true", "nap, false", "0, false", "in, false"})
    void namesOfNoFiniteNumberAreKnown(String text, boolean notFinite) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Decimals.isNotFinite(bytes, 0, bytes.length)).isEqualTo(notFinite);
    }
}
