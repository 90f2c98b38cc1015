package dev.gotgan.engine.gallery;

import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.format.label.LabelKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What a class is called that a label only refers to: YOLO writes its place in the list of classes, COCO the id of a
/// category that the same file names.
///
/// @param format  of the generation
/// @param classes of the generation
public record ClassNames(Format format, List<String> classes) {
    private static final JsonFactory JSON = new JsonFactory();

    /// The names of the categories in one label file, by their ids as annotations write them; empty for kinds of label
    /// that have no such ids.
    public static Map<String, String> inFile(LabelFacts label) {
        var names = new LinkedHashMap<String, String>();
        if (!label.kind().equals(LabelKind.COCO_JSON.wire())) {
            return names;
        }
        try (var json = JSON.createParser(ObjectReadContext.empty(), label.summary())) {
            json.nextToken();
            for (var member = json.nextName(); member != null; member = json.nextName()) {
                json.nextToken();
                if (member.equals("c")) { // id, name, whether it has keypoints: see CocoSummary
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        var id = json.getString();
                        var name = json.nextStringValue();
                        json.nextToken();
                        if (name != null && !name.isEmpty()) {
                            names.putIfAbsent(id, name);
                        }
                    }
                    return names;
                }
                json.skipChildren();
            }
        }
        return names;
    }

    /// The name of a class as an annotation refers to it; the reference itself where it has none.
    ///
    /// @param inFile what [#inFile] says of the annotation's label file
    public String of(String reference, Map<String, String> inFile) {
        return switch (format) {
            case YOLO -> ofPlace(reference);
            case COCO -> inFile.getOrDefault(reference, reference);
            case PASCAL_VOC, IMAGEFOLDER, UNKNOWN -> reference;
        };
    }

    private String ofPlace(String reference) {
        try {
            int place = Integer.parseInt(reference);
            return place >= 0 && place < classes.size() ? classes.get(place) : reference;
        } catch (NumberFormatException e) {
            return reference;
        }
    }
}
