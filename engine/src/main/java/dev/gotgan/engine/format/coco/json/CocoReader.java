package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.finding.SafeText;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.JsonId;
import dev.gotgan.engine.format.label.JsonNumber;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.label.ReadLabel;
import dev.gotgan.engine.format.text.ClassNames;
import java.text.Normalizer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One COCO file, its three lists in whatever order they come; COCO-Text has maps by id instead of lists.
///
/// Annotations name their image and category by id, so nothing has to be joined while they stream by; only counts
/// per image stay in memory.
final class CocoReader {
    private static final Pattern ADDRESS = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);

    private final FindingLog log;
    private final CocoImages images;
    private final CocoCategories categories;
    private final CocoAnnotation annotation = new CocoAnnotation();
    private final CocoAnnotations annotations;
    private final PlainAnnotations plain;
    private boolean sawImages;
    private boolean sawOthers;

    /// @param feed what the parser reads from
    CocoReader(JsonFeed feed, AnnotationSink sink, FindingLog log) {
        this.log = log;
        this.images = new CocoImages(log);
        this.categories = new CocoCategories(log);
        this.annotations = new CocoAnnotations(images, categories, sink, log);
        this.plain = new PlainAnnotations(feed, annotation);
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
                case "images", "imgs" -> {
                    sawImages = true;
                    entries(json, new ListPlace(name), place -> image(json, place));
                }
                case "annotations", "anns" -> {
                    sawOthers = true;
                    entries(json, new ListPlace(name), place -> annotation(json, place));
                }
                case "categories", "cats" -> {
                    sawOthers = true;
                    entries(json, new ListPlace(name), place -> category(json, place));
                }
                default -> json.skipChildren();
            }
        }
        json.nextToken(); // nothing may follow
    }

    boolean isCoco() {
        boolean brokenOff = CocoSummary.isBroken(log.findings());
        return (sawImages && sawOthers) || (brokenOff && (sawImages || sawOthers));
    }

    ReadLabel label() {
        annotations.finish();
        var listed = categories.finish();
        var described = images.finish(categories.placesOfStandIns(), annotations.place());
        var summary = new CocoSummary(listed, described, annotations.shapes(), log.findings());
        return new ReadLabel(LabelKind.COCO_JSON, summary.json());
    }

    private void entries(JsonParser json, ListPlace place, Consumer<ListPlace> entry) {
        switch (json.currentToken()) {
            case START_ARRAY -> list(json, place, entry);
            case START_OBJECT -> map(json, place, entry);
            default -> log.add(FindingKind.JSON_SHAPE, 0, place.ofList(), "no list");
        }
    }

    private void list(JsonParser json, ListPlace place, Consumer<ListPlace> entry) {
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                entry.accept(place);
            } else {
                json.skipChildren();
                log.add(FindingKind.JSON_SHAPE, 0, place.pointer(""), "no object");
            }
            place.next();
        }
    }

    /// An empty map is as COCO-Text has its `cats`; anywhere else it is no list.
    private void map(JsonParser json, ListPlace place, Consumer<ListPlace> entry) {
        boolean shaped = place.ofList().equals("/cats");
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                shaped = true;
                place.at(SafeText.of(key));
                entry.accept(place);
                place.next();
            } else {
                json.skipChildren();
            }
        }
        if (!shaped) {
            log.add(FindingKind.JSON_SHAPE, 0, place.ofList(), "no list");
        }
    }

    /// Takes an annotation, and those plain ones that follow.
    private void annotation(JsonParser json, ListPlace place) {
        annotations.at(place);
        annotation.read(json, place.id());
        annotations.take(annotation);
        plain.readOn(json, place, annotations);
    }

    private void image(JsonParser json, ListPlace place) {
        var id = place.id();
        String file = "";
        String address = "";
        int width = 0;
        int height = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            var token = json.nextToken();
            switch (name) {
                case "id" -> id = JsonId.of(json);
                case "file_name" -> file = text(json, token);
                case "coco_url" -> address = token == JsonToken.VALUE_STRING ? json.getString() : "";
                case "width" -> width = side(json, token);
                case "height" -> height = side(json, token);
                default -> {}
            }
            json.skipChildren();
        }
        if (id.isNone() || (file.isEmpty() && address.isEmpty())) {
            log.add(FindingKind.ANNOTATION_INCOMPLETE, 0, place.pointer(""), id.isNone() ? "id" : "file_name");
            return;
        }
        // LVIS writes no file_name: the end of the address is the file's place in COCO
        var name = file.isEmpty() ? fileOf(address) : fileName(file, place);
        images.list(id, name, width, height, place);
    }

    /// A number is a name too; null is none.
    private static String text(JsonParser json, JsonToken token) {
        return token.isScalarValue() && token != JsonToken.VALUE_NULL ? json.getString() : "";
    }

    private static String fileOf(String address) {
        int slash = address.lastIndexOf('/', Math.max(0, address.lastIndexOf('/') - 1));
        return clean(address.substring(slash + 1));
    }

    private static String clean(String written) {
        return Normalizer.normalize(SafeText.of(written.replace('\\', '/')), Normalizer.Form.NFC);
    }

    private String fileName(String written, ListPlace place) {
        var name = clean(written);
        if (ADDRESS.matcher(name).matches()) {
            log.add(FindingKind.FILE_NAME_URL, 0, place.pointer("/file_name"), name);
        }
        return name;
    }

    private static int side(JsonParser json, JsonToken token) {
        double side = token.isNumeric() ? JsonNumber.of(json) : 0;
        return side > 0 && side < Integer.MAX_VALUE ? (int) side : 0;
    }

    private String className(String written, ListPlace place) {
        if (written.isBlank()) {
            log.add(FindingKind.NAMES_MISSING, 0, place.pointer("/name"), null);
            return "";
        }
        return ClassNames.keep(written, 0, log);
    }

    private void category(JsonParser json, ListPlace place) {
        var id = place.id();
        String name = "";
        boolean keypoints = false;
        for (String member = json.nextName(); member != null; member = json.nextName()) {
            var token = json.nextToken();
            switch (member) {
                case "id" -> id = JsonId.of(json);
                case "name" -> name = text(json, token);
                case "keypoints" -> keypoints = token == JsonToken.START_ARRAY;
                default -> {}
            }
            json.skipChildren();
        }
        if (id.isNone()) {
            log.add(FindingKind.ANNOTATION_INCOMPLETE, 0, place.pointer(""), "id");
        } else {
            categories.list(id, className(name, place), keypoints, place);
        }
    }
}
