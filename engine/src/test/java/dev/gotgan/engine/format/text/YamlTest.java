package dev.gotgan.engine.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.format.finding.FindingKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {
    @Test
    void everyScalarStaysTheTextThatWasWritten() {
        assertThat(Yaml.read("a: no\nb: [1.0, 0o17, 12:30:45, ~, 'x', !!str 5]\nc: {d: null}\n")
                        .root())
                .isEqualTo(Map.of(
                        "a", "no",
                        "b", List.of("1.0", "0o17", "12:30:45", "~", "x", "5"),
                        "c", Map.of("d", "null")));
    }

    @Test
    void whatWasQuotedIsKnown() {
        var document = Yaml.read("- 7\n- '8'\n");
        var list = (List<?>) document.root();
        assertThat(list).extracting(value -> document.isPlain((String) value)).containsExactly(true, false);
    }

    @Test
    void nothingIsAnEmptyText() {
        assertThat(Yaml.read("").root()).isEqualTo("");
        assertThat(Yaml.read("# only a remark\n").root()).isEqualTo("");
    }

    @Test
    void anAliasRepeatsWhatItNames() {
        assertThat(Yaml.read("a: &x [1]\nb: *x\n").root()).isEqualTo(Map.of("a", List.of("1"), "b", List.of("1")));
    }

    @ParameterizedTest
    @CsvSource({
        "'a: 1\na: 2', YAML_DUPLICATE_KEY",
        "'a: &x [*x]', YAML_ALIAS",
        "'a: !!python/object:os.system x', YAML_TAG",
        "'a: !local x', YAML_TAG",
        "'a: 1\n---\nb: 2', YAML_SYNTAX",
        "'a:\t1\n\tb: 2', YAML_SYNTAX",
        "'a: [1', YAML_SYNTAX",
        "'? [a]\n: b', YAML_SYNTAX",
        "'a: *nobody', YAML_ALIAS",
    })
    void whatCouldDoHarmOrMeanTwoThingsIsRefused(String text, FindingKind kind) {
        assertThatThrownBy(() -> Yaml.read(text))
                .isInstanceOfSatisfying(
                        YamlRefused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    @Test
    void depthAndAliasesAreBounded() {
        assertThatThrownBy(() -> Yaml.read("a: " + "[".repeat(40) + "]".repeat(40)))
                .isInstanceOfSatisfying(
                        YamlRefused.class, refused -> assertThat(refused.kind()).isEqualTo(FindingKind.YAML_DEPTH));
        assertThatThrownBy(() -> Yaml.read("a: &x 1\nb: [" + "*x, ".repeat(21) + "]"))
                .isInstanceOfSatisfying(
                        YamlRefused.class, refused -> assertThat(refused.kind()).isEqualTo(FindingKind.YAML_ALIAS));
    }
}
