package dev.gotgan.engine.format;

import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingText;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The answer to "what is this folder?", as `POST /api/v1/datasets/analyze` gives it and `gotgan analyze --json`
/// prints it: the specification's section 6.1 with splits, evidence and findings beside it.
public final class AnalysisJson {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private AnalysisJson() {}

    /// The document in one line.
    ///
    /// @param source where the files are: `local`, or a storage type
    public static String of(Analysis analysis, String source, FindingText text) {
        var out = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("status", "success");
            json.writeName("dataset_info");
            info(json, analysis, source);
            reasons(json, analysis, text);
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void info(JsonGenerator json, Analysis analysis, String source) {
        json.writeStartObject();
        json.writeStringProperty("format", analysis.format().wire());
        json.writeNumberProperty("confidence", analysis.confidence());
        json.writeStringProperty("task_type", analysis.taskType().wire());
        json.writeObjectPropertyStart("structure");
        json.writeNumberProperty("num_classes", analysis.classes().size());
        json.writeNumberProperty("num_images", analysis.images());
        strings(json, "classes", analysis.classes());
        json.writeEndObject();
        json.writeObjectPropertyStart("statistics");
        json.writeNumberProperty("total_images", analysis.images());
        json.writeStringProperty("source", source);
        json.writeBooleanProperty("validated", isValid(analysis));
        json.writeNumberProperty("labelled_images", analysis.labelledImages());
        json.writeNumberProperty("objects", analysis.objects());
        json.writeNumberProperty("avg_width", Math.round(analysis.averageWidth() * 10) / 10.0);
        json.writeNumberProperty("avg_height", Math.round(analysis.averageHeight() * 10) / 10.0);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void reasons(JsonGenerator json, Analysis analysis, FindingText text) {
        json.writeObjectPropertyStart("splits");
        analysis.splits().forEach(split -> json.writeNumberProperty(split.name(), split.images()));
        json.writeEndObject();
        json.writeBooleanProperty("training_ready", analysis.trainingReady());
        strings(json, "evidence", analysis.evidence());
        json.writeArrayPropertyStart("findings");
        analysis.findings().forEach(finding -> finding(json, finding, text));
        json.writeEndArray();
    }

    /// Whether everything could be read and made sense of.
    private static boolean isValid(Analysis analysis) {
        return analysis.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void finding(JsonGenerator json, Finding finding, FindingText text) {
        json.writeStartObject();
        json.writeStringProperty("kind", finding.kind());
        json.writeStringProperty("severity", finding.severity().wire());
        FindingKind.find(finding.kind()).ifPresent(kind -> json.writeStringProperty("reason", kind.reason()));
        json.writeStringProperty("path", finding.path());
        if (finding.line() > 0) {
            json.writeNumberProperty("line", finding.line());
        }
        if (finding.pointer() != null) {
            json.writeStringProperty("pointer", finding.pointer());
        }
        if (finding.value() != null) {
            json.writeStringProperty("value", finding.value());
        }
        json.writeNumberProperty("count", finding.count());
        json.writeStringProperty("message", text.of(finding));
        json.writeEndObject();
    }
}
