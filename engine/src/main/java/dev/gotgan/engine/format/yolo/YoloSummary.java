package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.label.SummaryJson;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What a label file of YOLO lines says, before anybody knows which task they are for.
///
/// @param classes        class id → how many lines, and the first of them
/// @param columns        columns of a line, class included → how many lines, and the first of them
/// @param parallelograms nine-column lines of which the four points may be a turned box
record YoloSummary(
        SortedMap<Integer, Tally> classes,
        SortedMap<Integer, Tally> columns,
        int parallelograms,
        List<ContentFinding> findings) {
    static final YoloSummary EMPTY = new YoloSummary(new TreeMap<>(), new TreeMap<>(), 0, List.of());

    private static final String CLASSES = "c";
    private static final String COLUMNS = "t";
    private static final String PARALLELOGRAMS = "q";

    /// How often, and the 1-based line where first.
    record Tally(int count, int line) {
        static void add(SortedMap<Integer, Tally> tallies, int key, int line) {
            tallies.merge(key, new Tally(1, line), (old, one) -> new Tally(old.count + 1, old.line));
        }
    }

    int objects() {
        int sum = 0;
        for (var tally : classes.values()) {
            sum += tally.count();
        }
        return sum;
    }

    String json() {
        return SummaryJson.write(findings, json -> {
            write(json, CLASSES, classes);
            write(json, COLUMNS, columns);
            if (parallelograms > 0) {
                json.writeNumberProperty(PARALLELOGRAMS, parallelograms);
            }
        });
    }

    static YoloSummary of(String json) {
        var classes = new TreeMap<Integer, Tally>();
        var columns = new TreeMap<Integer, Tally>();
        var parallelograms = new int[1];
        var findings = SummaryJson.read(json, (name, value) -> {
            switch (name) {
                case CLASSES -> read(value, classes);
                case COLUMNS -> read(value, columns);
                case PARALLELOGRAMS -> parallelograms[0] = value.getIntValue();
                default -> {}
            }
        });
        return new YoloSummary(classes, columns, parallelograms[0], findings);
    }

    private static void write(JsonGenerator json, String name, SortedMap<Integer, Tally> tallies) {
        json.writeArrayPropertyStart(name);
        tallies.forEach((key, tally) -> {
            json.writeNumber(key);
            json.writeNumber(tally.count());
            json.writeNumber(tally.line());
        });
        json.writeEndArray();
    }

    private static void read(JsonParser json, SortedMap<Integer, Tally> tallies) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int key = json.getIntValue();
            int count = json.nextIntValue(0);
            tallies.put(key, new Tally(count, json.nextIntValue(0)));
        }
    }
}
