package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.format.label.JsonId;
import dev.gotgan.engine.format.label.JsonNumber;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One annotation as it is written. There is only one such object for a file: the next annotation takes its place.
final class CocoAnnotation {
    final Numbers box = new Numbers();
    final Segmentation segmentation = new Segmentation();
    final Numbers keypoints = new Numbers();
    final List<JsonId> segmentCategories = new ArrayList<>();
    JsonId id = JsonId.NONE;
    JsonId image = JsonId.NONE;
    JsonId category = JsonId.NONE;
    String className = "";
    boolean caption;
    boolean segments;
    boolean finiteArea;

    /// Reads the object that is current.
    ///
    /// @param key the id that its place says, where it says none itself
    void read(JsonParser json, JsonId key) {
        clear();
        id = key;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            var token = json.nextToken();
            switch (name) {
                case "id" -> id = JsonId.of(json);
                case "image_id" -> image = JsonId.of(json);
                case "category_id" -> category = JsonId.of(json);
                case "category_name", "class" -> className = token == JsonToken.VALUE_STRING ? json.getString() : "";
                case "bbox" -> numbers(json, token, box);
                case "segmentation" -> segmentation.read(json);
                case "keypoints" -> numbers(json, token, keypoints);
                case "area" -> finiteArea = !token.isNumeric() || Double.isFinite(JsonNumber.of(json));
                case "caption" -> caption = true;
                case "segments_info" -> segments(json, token);
                default -> {}
            }
            json.skipChildren();
        }
    }

    void clear() {
        id = JsonId.NONE;
        image = JsonId.NONE;
        category = JsonId.NONE;
        className = "";
        box.clear();
        segmentation.clear();
        keypoints.clear();
        segmentCategories.clear();
        caption = false;
        segments = false;
        finiteArea = true;
    }

    /// The segments of a panoptic image: each an object with its own category, its pixels in a picture elsewhere.
    private void segments(JsonParser json, JsonToken token) {
        segments = true;
        if (token != JsonToken.START_ARRAY) {
            return;
        }
        for (var element = json.nextToken(); element != JsonToken.END_ARRAY; element = json.nextToken()) {
            if (element != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                if (name.equals("category_id")) {
                    segmentCategories.add(JsonId.of(json));
                }
                json.skipChildren();
            }
        }
    }

    private static void numbers(JsonParser json, JsonToken token, Numbers into) {
        if (token == JsonToken.START_ARRAY) {
            into.read(json);
        }
    }
}
