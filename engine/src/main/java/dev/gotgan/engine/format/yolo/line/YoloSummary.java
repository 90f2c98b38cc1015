package dev.gotgan.engine.format.yolo.line;

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
/// @param hints          what else the lines look like, kept as their columns are
public record YoloSummary(
        SortedMap<Integer, Tally> classes,
        SortedMap<Integer, Tally> columns,
        Hints hints,
        List<ContentFinding> findings) {
    public static final YoloSummary EMPTY = new YoloSummary(new TreeMap<>(), new TreeMap<>(), Hints.none(), List.of());

    private static final String CLASSES = "c";
    private static final String COLUMNS = "t";
    private static final String TURNED = "q";
    private static final String FLAGGED = "k";
    private static final String NUMBERED = "i";

    /// Lines by their columns, as [YoloSummary#columns], but only some.
    ///
    /// @param turned   four points that may be a turned box
    /// @param flagged  a box and points of three numbers, of which each third is 0, 1 or 2: how visible a joint is
    /// @param numbered the last number is a whole one, as a track's is and a share hardly ever
    public record Hints(
            SortedMap<Integer, Tally> turned, SortedMap<Integer, Tally> flagged, SortedMap<Integer, Tally> numbered) {
        public static Hints none() {
            return new Hints(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }
    }

    /// How often, and the 1-based line where first.
    public record Tally(int count, int line) {
        static void add(SortedMap<Integer, Tally> tallies, int key, int line) {
            tallies.merge(key, new Tally(1, line), (old, one) -> new Tally(old.count + 1, old.line));
        }
    }

    /// Whether a summary holds an object, without reading all of it. A text in it can't look like the empty
    /// list, since its quotes are escaped.
    public static boolean hasObjects(String json) {
        return !json.contains("\"" + CLASSES + "\":[]");
    }

    public int objects() {
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
            writeIfAny(json, TURNED, hints.turned);
            writeIfAny(json, FLAGGED, hints.flagged);
            writeIfAny(json, NUMBERED, hints.numbered);
        });
    }

    public static YoloSummary of(String json) {
        var classes = new TreeMap<Integer, Tally>();
        var columns = new TreeMap<Integer, Tally>();
        var hints = Hints.none();
        var findings = SummaryJson.read(json, (name, value) -> {
            switch (name) {
                case CLASSES -> read(value, classes);
                case COLUMNS -> read(value, columns);
                case TURNED -> read(value, hints.turned);
                case FLAGGED -> read(value, hints.flagged);
                case NUMBERED -> read(value, hints.numbered);
                default -> {}
            }
        });
        return new YoloSummary(classes, columns, hints, findings);
    }

    private static void writeIfAny(JsonGenerator json, String name, SortedMap<Integer, Tally> tallies) {
        if (!tallies.isEmpty()) {
            write(json, name, tallies);
        }
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
