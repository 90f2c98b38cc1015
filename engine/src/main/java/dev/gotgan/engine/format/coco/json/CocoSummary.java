package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.label.SummaryJson;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/// What one COCO file says: its categories, its images with what is on them, and of which shapes the annotations are.
public record CocoSummary(List<Category> categories, List<Image> images, Shapes shapes, List<ContentFinding> findings) {
    private static final Set<FindingKind> BROKEN = EnumSet.of(
            FindingKind.JSON_SYNTAX,
            FindingKind.JSON_CUT,
            FindingKind.JSON_DEPTH,
            FindingKind.JSON_NUMBER,
            FindingKind.JSON_DUPLICATE_KEY,
            FindingKind.JSON_SHAPE);

    /// A category as the file lists it.
    public record Category(String id, String name, boolean keypoints) {}

    /// An image as the file lists it.
    ///
    /// @param ref     its id, as written
    /// @param classes places in [CocoSummary#categories], ascending, of what is on it
    public record Image(String ref, String fileName, int width, int height, int objects, List<Integer> classes) {}

    /// How many annotations are what. One may be several.
    ///
    /// @param objects    all that have a category
    /// @param boxes      with a box
    /// @param masks      with a polygon or a run-length mask that is not merely the box
    /// @param keypoints  with keypoints
    /// @param captions   sentences
    /// @param panoptic   with segments
    public record Shapes(long objects, long boxes, long masks, long keypoints, long captions, long panoptic) {}

    /// Whether the file broke off or is not built as a COCO file, so that what it says is not all there.
    public boolean broken() {
        return isBroken(findings);
    }

    static boolean isBroken(List<ContentFinding> findings) {
        return findings.stream().anyMatch(f -> BROKEN.contains(f.kind()));
    }

    String json() {
        return SummaryJson.write(findings, json -> {
            json.writeArrayPropertyStart("c");
            for (var category : categories) {
                json.writeString(category.id());
                json.writeString(category.name());
                json.writeBoolean(category.keypoints());
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("s");
            json.writeNumber(shapes.objects());
            json.writeNumber(shapes.boxes());
            json.writeNumber(shapes.masks());
            json.writeNumber(shapes.keypoints());
            json.writeNumber(shapes.captions());
            json.writeNumber(shapes.panoptic());
            json.writeEndArray();
            json.writeArrayPropertyStart("i");
            images.forEach(image -> write(json, image));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Image image) {
        json.writeString(image.ref());
        json.writeString(image.fileName());
        json.writeNumber(image.width());
        json.writeNumber(image.height());
        json.writeNumber(image.objects());
        json.writeStartArray();
        image.classes().forEach(json::writeNumber);
        json.writeEndArray();
    }

    public static CocoSummary of(String summary) {
        var categories = new ArrayList<Category>();
        var images = new ArrayList<Image>();
        var n = new long[6];
        var findings = SummaryJson.read(summary, (name, json) -> {
            switch (name) {
                case "c" ->
                    SummaryJson.array(json, () -> {
                        var id = json.getString();
                        categories.add(new Category(id, json.nextStringValue(), json.nextBooleanValue()));
                    });
                case "s" -> {
                    int[] i = {0};
                    SummaryJson.array(json, () -> n[i[0]++] = json.getLongValue());
                }
                case "i" -> SummaryJson.array(json, () -> images.add(image(json)));
                default -> {}
            }
        });
        return new CocoSummary(categories, images, new Shapes(n[0], n[1], n[2], n[3], n[4], n[5]), findings);
    }

    private static Image image(JsonParser json) {
        var ref = json.getString();
        var file = json.nextStringValue();
        int width = json.nextIntValue(0);
        int height = json.nextIntValue(0);
        int objects = json.nextIntValue(0);
        json.nextToken();
        var classes = new ArrayList<Integer>(4);
        SummaryJson.array(json, () -> classes.add(json.getIntValue()));
        return new Image(ref, file, width, height, objects, List.copyOf(classes));
    }
}
