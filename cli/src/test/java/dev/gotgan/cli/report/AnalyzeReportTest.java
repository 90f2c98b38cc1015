package dev.gotgan.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.facts.TaskType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnalyzeReportTest {
    @Test
    void fiveHundredOfAKindAreOneParagraphWithExamplesAndACount() {
        var findings = new ArrayList<Finding>();
        for (int i = 1; i <= 500; i++) {
            findings.add(finding(Severity.WARNING, "box_outside", "labels/" + i + ".txt", i, "0 1.2", 2));
        }
        var report = report(findings, Locale.ENGLISH);
        assertThat(report)
                .contains(
                        "warning  box_outside · 1000 in 500 files",
                        "    labels/1.txt, line 1",
                        "    labels/3.txt, line 3: 0 1.2",
                        "    … 994 more",
                        "Found: 1,000 warnings. Ready for training. --json lists every single one.");
        assertThat(report.lines()).hasSizeLessThan(20);
    }

    @Test
    void errorsComeFirstAndOfTwoWarningsTheOneThatIsFoundMoreOften() {
        var report = report(
                List.of(
                        finding(Severity.INFO, "class_unused", null, 0, "cat", 1),
                        finding(Severity.WARNING, "label_orphan", "a.xml", 0, null, 1),
                        finding(Severity.WARNING, "label_missing", "b.jpg", 0, null, 3),
                        finding(Severity.ERROR, "json_cut", "c.json", 7, null, 1)),
                Locale.ENGLISH);
        assertThat(report.lines().filter(line -> line.contains(" · ")))
                .containsExactly(
                        "error  json_cut · 1 in 1 file",
                        "warning  label_missing · 3 in 1 file",
                        "warning  label_orphan · 1 in 1 file",
                        "note  class_unused · 1");
        assertThat(report).endsWith("Not ready for training: mend the errors first.\n");
    }

    @Test
    void koreanIsKoreanThroughout() {
        var report = report(List.of(finding(Severity.WARNING, "label_orphan", "a.xml", 3, null, 1)), Locale.KOREAN);
        assertThat(report).contains("경고  label_orphan · 파일 1개에 1건", "a.xml, 3행", "찾은 것: 경고 1건. 학습할 수 있습니다.");
    }

    @Test
    void whoeverHasNoMistakeIsToldSo() {
        assertThat(report(List.of(), Locale.ENGLISH)).endsWith("Nothing is wrong. Ready for training.\n");
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        var english = bundle(Locale.ENGLISH);
        var korean = bundle(Locale.KOREAN);
        assertThat(korean.getLocale()).isEqualTo(Locale.KOREAN);
        assertThat(korean.keySet()).isEqualTo(english.keySet());
        assertThat(korean.keySet())
                .filteredOn(key -> !key.equals("confidence"))
                .allMatch(key -> korean.getString(key).codePoints().anyMatch(AnalyzeReportTest::isHangul));
    }

    private static boolean isHangul(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "dev.gotgan.cli.command.analyze", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private static Finding finding(
            Severity severity, String kind, @Nullable String path, int line, @Nullable String value, long count) {
        return new Finding(kind, severity, path, line, null, value, count, "");
    }

    private static String report(List<Finding> findings, Locale locale) {
        var analysis = new Analysis(
                Format.YOLO,
                TaskType.OBJECT_DETECTION,
                0.99,
                List.of("yolo (0.99): data.yaml"),
                List.of("cat"),
                List.of(),
                10,
                9,
                12,
                0,
                0,
                findings,
                List.of());
        var out = new StringWriter();
        new AnalyzeReport(new PrintWriter(out), locale).print(analysis);
        return out.toString();
    }
}
