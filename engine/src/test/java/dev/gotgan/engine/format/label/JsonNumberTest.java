package dev.gotgan.engine.format.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

class JsonNumberTest {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @Property
    void everyDoubleIsReadToTheBit(@ForAll double number) {
        var text = Double.toString(number);
        assertThat(read(text)).isEqualTo(Double.parseDouble(text));
    }

    @Property
    void numbersAsLabelsHaveThemAreReadToTheBit(
            @ForAll @DoubleRange(min = -1e7, max = 1e7) double number,
            @ForAll @IntRange(min = 0, max = 20) int digits) {
        var text = String.format(Locale.ROOT, "%." + digits + "f", number);
        assertThat(read(text)).isEqualTo(Double.parseDouble(text));
    }

    @Property
    void wholeNumbersAreReadToTheBit(@ForAll long number) {
        assertThat(read(Long.toString(number))).isEqualTo((double) number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "1e3",
                "1E-400",
                "1e400",
                "9007199254740993",
                "-9007199254740993",
                "0.000000000000001",
                "123456789012345.6",
                "12345678901234.56",
                "NaN",
                "-Infinity"
            })
    void theEdgesAreReadToTheBit(String text) {
        assertThat(Double.doubleToLongBits(read(text))).isEqualTo(Double.doubleToLongBits(Double.parseDouble(text)));
    }

    private static double read(String text) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), "[" + text + "]")) {
            json.nextToken();
            json.nextToken();
            return JsonNumber.of(json);
        }
    }
}
