package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.testing.Shared;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Every label of the hostile corpus gets the severity and the reason class that its manifest names.
class HostileLabelsTest {
    record Case(String id, Map<String, String> text, List<String> classes) {
        @Override
        public String toString() {
            return id;
        }

        String get(String key) {
            return text.getOrDefault(key, "");
        }
    }

    static Stream<Case> cases() throws IOException {
        var cases = new ArrayList<Case>();
        var manifest = Shared.at("hostile/manifest.json");
        try (var json = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), manifest)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_ARRAY && "cases".equals(json.currentName())) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        cases.add(one(json));
                    }
                }
            }
        }
        return cases.stream().filter(each -> each.get("group").equals("label"));
    }

    private static Case one(JsonParser json) {
        var text = new HashMap<String, String>();
        var classes = new ArrayList<String>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            var token = json.nextToken();
            if (name.equals("expect_classes")) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    classes.add(json.getString());
                }
            } else if (token.isScalarValue()) {
                text.put(name, json.getString());
            }
            json.skipChildren();
        }
        return new Case(text.getOrDefault("id", ""), text, classes);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyLabelGetsItsVerdict(Case hostile) throws IOException {
        var analysis = Upload.zip(Shared.at("hostile/" + hostile.get("file"))).analyze();
        var loud = analysis.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        switch (hostile.get("expected")) {
            case "accept" -> assertThat(loud).isEmpty();
            case "accept_with_warning" -> {
                assertThat(loud).extracting(Finding::severity).containsOnly(Severity.WARNING);
                assertThat(loud).extracting(HostileLabelsTest::reason).contains(hostile.get("reason"));
            }
            default -> {
                var errors = loud.stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList();
                assertThat(errors).extracting(HostileLabelsTest::reason).contains(hostile.get("reason"));
                assertThat(analysis.trainingReady()).isFalse();
            }
        }
        if (!hostile.classes().isEmpty()) {
            assertThat(analysis.classes()).isEqualTo(hostile.classes());
        }
        if (!hostile.get("expect_format").isEmpty()) {
            assertThat(analysis.format().wire()).isEqualTo(hostile.get("expect_format"));
        }
        if (!hostile.get("expect_task").isEmpty()) {
            assertThat(analysis.taskType().wire()).isEqualTo(hostile.get("expect_task"));
        }
        if (!hostile.get("expect_images").isEmpty()) {
            assertThat(analysis.images()).isEqualTo(Long.parseLong(hostile.get("expect_images")));
        }
    }

    private static String reason(Finding finding) {
        return FindingKind.find(finding.kind()).orElseThrow().reason();
    }
}
