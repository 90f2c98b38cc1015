package dev.gotgan.engine.format.label;

import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.FindingKind;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The small JSON objects that label summaries are: written here and only read back here, so nothing is doubted.
public final class SummaryJson {
    private static final String FINDINGS = "f";
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(1 << 26)
                    .maxNameLength(1 << 20)
                    .build())
            .build();

    private SummaryJson() {}

    /// One member of an object, its value's first token current.
    @FunctionalInterface
    public interface Member {
        void read(String name, JsonParser json);
    }

    /// An object with what `members` writes and, if there are any, `findings`.
    public static String write(List<ContentFinding> findings, Consumer<JsonGenerator> members) {
        var out = new StringWriter(64);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            members.accept(json);
            if (!findings.isEmpty()) {
                json.writeArrayPropertyStart(FINDINGS);
                findings.forEach(finding -> finding(json, finding));
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        return out.toString();
    }

    /// Hands every member to `member`, findings left out, and returns the findings.
    public static List<ContentFinding> read(String summary, Member member) {
        var findings = new ArrayList<ContentFinding>(0);
        try (var json = JSON.createParser(ObjectReadContext.empty(), summary)) {
            json.nextToken();
            object(json, (name, value) -> {
                if (name.equals(FINDINGS)) {
                    array(value, () -> findings.add(finding(value)));
                } else {
                    member.read(name, value);
                }
            });
        }
        return findings;
    }

    /// Reads the object that is current, member by member.
    public static void object(JsonParser json, Member member) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            member.read(name, json);
            json.skipChildren();
        }
    }

    /// Reads the array that is current; `element` finds each element's first token current.
    public static void array(JsonParser json, Runnable element) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    /// The strings of the array that is current.
    public static List<String> strings(JsonParser json) {
        var strings = new ArrayList<String>();
        array(json, () -> strings.add(json.getString()));
        return strings;
    }

    public static void strings(JsonGenerator json, String name, Iterable<String> strings) {
        json.writeArrayPropertyStart(name);
        strings.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void finding(JsonGenerator json, ContentFinding finding) {
        json.writeStartArray();
        json.writeString(finding.kind().wire());
        json.writeNumber(finding.line());
        json.writeString(finding.pointer());
        json.writeString(finding.value());
        json.writeNumber(finding.count());
        json.writeEndArray();
    }

    private static ContentFinding finding(JsonParser json) {
        json.nextToken();
        var kind = FindingKind.find(json.getString()).orElseThrow();
        int line = json.nextIntValue(0);
        String pointer = nullable(json);
        String value = nullable(json);
        long count = json.nextLongValue(1);
        json.nextToken();
        return new ContentFinding(kind, line, pointer, value, count);
    }

    private static @Nullable String nullable(JsonParser json) {
        return json.nextToken() == JsonToken.VALUE_NULL ? null : json.getString();
    }
}
