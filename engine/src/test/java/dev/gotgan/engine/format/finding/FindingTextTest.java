package dev.gotgan.engine.format.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindingTextTest {
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    @Test
    void bothLanguagesHaveASentenceForEveryKindAndForNothingElse() {
        var kinds = Arrays.stream(FindingKind.values()).map(FindingKind::wire).collect(Collectors.toSet());
        assertThat(FindingText.ENGLISH.patterns().keySet()).isEqualTo(kinds);
        assertThat(FindingText.KOREAN.patterns().keySet()).isEqualTo(kinds);
    }

    @Test
    void bothLanguagesNameTheSameValues() {
        FindingText.ENGLISH
                .patterns()
                .forEach((kind, english) -> assertThat(
                                places(FindingText.KOREAN.patterns().getOrDefault(kind, "")))
                        .as(kind)
                        .isEqualTo(places(english)));
    }

    @Test
    void everyKoreanSentenceIsKoreanAndNoEnglishOneIs() {
        FindingText.KOREAN
                .patterns()
                .forEach((kind, korean) -> assertThat(hangul(korean)).as(kind).isTrue());
        FindingText.ENGLISH
                .patterns()
                .forEach((kind, english) -> assertThat(hangul(english)).as(kind).isFalse());
    }

    /// Nobody writes "파일이(가)": a sentence is built so that no particle depends on the value.
    @Test
    void noKoreanSentenceGuessesAParticle() {
        assertThat(FindingText.KOREAN.patterns().values())
                .noneMatch(korean -> korean.matches(".*(이\\(가\\)|을\\(를\\)|은\\(는\\)|와\\(과\\)).*"));
    }

    private static boolean hangul(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    }

    @Test
    void aValueThatLooksLikeAPlaceholderStaysAsItIs() {
        var finding = ContentFinding.of(FindingKind.CLASS_UNKNOWN, "{count}").ofDataset();
        assertThat(finding.message()).startsWith("The class {count} is not");
    }

    @Test
    void koreanIsForKoreanAndEnglishForEverybodyElse() {
        assertThat(FindingText.in(Locale.KOREA)).isSameAs(FindingText.KOREAN);
        assertThat(FindingText.in(Locale.FRENCH)).isSameAs(FindingText.ENGLISH);
    }

    @Test
    void aValueIsCutAndCleaned() {
        var finding = ContentFinding.of(FindingKind.LABEL_SYNTAX, "\u0000\uD800" + "x".repeat(300));
        assertThat(finding.value()).hasSize(200).startsWith("��xxx").endsWith("…");
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
