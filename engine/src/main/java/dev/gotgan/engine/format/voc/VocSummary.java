package dev.gotgan.engine.format.voc;

import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.label.SummaryJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one VOC annotation says.
///
/// @param fileName the image that it names; empty where it names none. The XML's own name is believed first
/// @param width    of the image, as stated; 0 where it is not
/// @param height   of the image, as stated; 0 where it is not
/// @param classes  class name → how many objects
/// @param boxes    objects that have an upright box
/// @param turned   objects that have a turned box
/// @param polygons objects that have a polygon
/// @param right    the largest x of a box
/// @param bottom   the largest y of a box
record VocSummary(
        String fileName,
        int width,
        int height,
        Map<String, Integer> classes,
        int boxes,
        int turned,
        int polygons,
        double right,
        double bottom,
        List<ContentFinding> findings) {
    /// Whether the file could not be read to its end, so that what it says is not all there.
    boolean broken() {
        return findings.stream().anyMatch(each -> each.kind().severity() == Severity.ERROR);
    }

    int objects() {
        int sum = 0;
        for (int count : classes.values()) {
            sum += count;
        }
        return sum;
    }

    String json() {
        return SummaryJson.write(findings, json -> {
            if (!fileName.isEmpty()) {
                json.writeStringProperty("file", fileName);
            }
            json.writeArrayPropertyStart("n");
            json.writeNumber(width);
            json.writeNumber(height);
            json.writeNumber(boxes);
            json.writeNumber(turned);
            json.writeNumber(polygons);
            json.writeNumber(right);
            json.writeNumber(bottom);
            json.writeEndArray();
            json.writeObjectPropertyStart("c");
            classes.forEach(json::writeNumberProperty);
            json.writeEndObject();
        });
    }

    static VocSummary of(String summary) {
        var file = new String[] {""};
        var n = new double[7];
        var classes = new TreeMap<String, Integer>();
        var findings = SummaryJson.read(summary, (name, json) -> {
            switch (name) {
                case "file" -> file[0] = json.getString();
                case "n" -> {
                    int[] i = {0};
                    SummaryJson.array(json, () -> n[i[0]++] = json.getDoubleValue());
                }
                case "c" -> SummaryJson.object(json, (key, count) -> classes.put(key, count.getIntValue()));
                default -> {}
            }
        });
        return new VocSummary(
                file[0], (int) n[0], (int) n[1], classes, (int) n[2], (int) n[3], (int) n[4], n[5], n[6], findings);
    }
}
