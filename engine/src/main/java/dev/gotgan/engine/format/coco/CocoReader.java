package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.finding.SafeText;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.JsonId;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.label.ReadLabel;
import dev.gotgan.engine.format.text.ClassNames;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One COCO file, its three lists in whatever order they come.
///
/// Annotations name their image and category by id, so nothing has to be joined while they stream by; only counts
/// per image stay in memory.
final class CocoReader {
    private static final Pattern ADDRESS = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);

    private final FindingLog log;
    private final CocoImages images;
    private final CocoCategories categories;
    private final CocoAnnotations annotations;
    private boolean sawImages;
    private boolean sawOthers;

    CocoReader(AnnotationSink sink, FindingLog log) {
        this.log = log;
        this.images = new CocoImages(log);
        this.categories = new CocoCategories(log);
        this.annotations = new CocoAnnotations(images, categories, sink, log);
    }

    void read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            while (json.nextToken() != null) {
                json.skipChildren();
            }
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "images" -> {
                    sawImages = true;
                    list(json, name, index -> image(json, index));
                }
                case "annotations" -> {
                    sawOthers = true;
                    list(json, name, index -> annotations.read(json));
                }
                case "categories" -> {
                    sawOthers = true;
                    list(json, name, index -> category(json, index));
                }
                default -> json.skipChildren();
            }
        }
        json.nextToken(); // nothing may follow
    }

    boolean isCoco() {
        boolean brokenOff = !log.findings().isEmpty();
        return (sawImages && sawOthers) || (brokenOff && (sawImages || sawOthers));
    }

    ReadLabel label() {
        var listed = categories.finish();
        var described = images.finish(categories.placesOfStandIns());
        var summary = new CocoSummary(listed, described, annotations.shapes(), log.findings());
        return new ReadLabel(LabelKind.COCO_JSON, summary.json());
    }

    private void list(JsonParser json, String name, Consumer<Integer> element) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            log.add(FindingKind.JSON_SHAPE, 0, "/" + name, "%s is no list".formatted(name));
            return;
        }
        int index = 0;
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                element.accept(index);
            } else {
                json.skipChildren();
                log.add(FindingKind.JSON_SHAPE, 0, "/%s/%d".formatted(name, index), "no object");
            }
            index++;
        }
    }

    private void image(JsonParser json, int index) {
        var id = JsonId.NONE;
        String file = "";
        int width = 0;
        int height = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            var token = json.nextToken();
            switch (name) {
                case "id" -> id = JsonId.of(json);
                case "file_name" -> file = token == JsonToken.VALUE_STRING ? json.getString() : "";
                case "width" -> width = side(json, token);
                case "height" -> height = side(json, token);
                default -> json.skipChildren();
            }
        }
        if (id.isNone() || file.isEmpty()) {
            log.add(FindingKind.JSON_SHAPE, 0, "/images/" + index, id.isNone() ? "id" : "file_name");
            return;
        }
        images.list(id, fileName(file, index), width, height, index);
    }

    private String fileName(String written, int index) {
        var pointer = "/images/%d/file_name".formatted(index);
        var name = Normalizer.normalize(SafeText.of(written.replace('\\', '/')), Normalizer.Form.NFC);
        if (ADDRESS.matcher(name).matches()) {
            log.add(FindingKind.FILE_NAME_URL, 0, pointer, name);
        } else if (List.of(name.split("/", -1)).contains("..")) {
            log.add(FindingKind.FILE_NAME_UNSAFE, 0, pointer, name);
        }
        return name;
    }

    private static int side(JsonParser json, JsonToken token) {
        double side = token.isNumeric() ? json.getDoubleValue() : 0;
        return side > 0 && side < Integer.MAX_VALUE ? (int) side : 0;
    }

    private void category(JsonParser json, int index) {
        var id = JsonId.NONE;
        String name = "";
        boolean keypoints = false;
        for (String member = json.nextName(); member != null; member = json.nextName()) {
            var token = json.nextToken();
            switch (member) {
                case "id" -> id = JsonId.of(json);
                case "name" -> name = token.isScalarValue() ? json.getString() : "";
                case "keypoints" -> {
                    keypoints = token == JsonToken.START_ARRAY;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        }
        if (id.isNone()) {
            log.add(FindingKind.JSON_SHAPE, 0, "/categories/" + index, "id");
        } else {
            categories.list(id, ClassNames.keep(name, 0, log), keypoints, index);
        }
    }
}
