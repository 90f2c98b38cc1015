package dev.gotgan.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.AnalysisJson;
import dev.gotgan.engine.format.Upload;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingText;
import dev.gotgan.engine.testing.Dribs;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Any files are a dataset of some format with findings of the closed list, however their bytes come in, whatever
/// format is asked for, and can be told in both languages.
final class DatasetCheck {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private DatasetCheck() {}

    static void run(byte[] input) {
        var files = SmallDataset.unpack(input);
        var whole = new Upload();
        var dribbled = new Upload();
        files.forEach(file -> whole.with(file.path(), new ByteArrayInputStream(file.bytes())));
        files.forEach(file -> dribbled.with(file.path(), new Dribs(file.bytes())));
        var analysis = whole.analyze();
        assertThat(dribbled.analyze()).isEqualTo(analysis);
        check(analysis);
        var formats = List.of(Format.values());
        var asked = formats.get(Math.floorMod(Arrays.hashCode(input), formats.size()));
        check(whole.analyze(new AnalysisHint(asked, null, List.of("cat", "dog"))));
    }

    private static void check(Analysis analysis) {
        assertThat(analysis.confidence()).isBetween(0.0, 1.0);
        assertThat(analysis.images()).isEqualTo(analysis.rows().size());
        assertThat(analysis.labelledImages()).isBetween(0L, analysis.images());
        analysis.findings().forEach(finding -> {
            assertThat(FindingKind.find(finding.kind())).isPresent();
            assertThat(finding.count()).isPositive();
        });
        parse(AnalysisJson.of(analysis, "local", FindingText.ENGLISH));
        parse(AnalysisJson.of(analysis, "local", FindingText.KOREAN));
    }

    private static void parse(String json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        }
    }
}
