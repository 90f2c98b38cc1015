package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.format.coco.json.CocoImages.Slot;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.JsonId;
import dev.gotgan.engine.format.label.JsonNumber;
import dev.gotgan.engine.format.label.LongSet;
import dev.gotgan.engine.format.label.LongTable;
import dev.gotgan.engine.format.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The annotations of one COCO file, one at a time in the same few buffers.
final class CocoAnnotations {
    private static final double MAX_PIXELS = 1L << 28;

    private final CocoImages images;
    private final CocoCategories categories;
    private final AnnotationSink sink;
    private final FindingLog log;
    private final LongSet ids = new LongSet();
    private final LongSet seen = new LongSet();
    private final LateBoxes late = new LateBoxes();
    private final Numbers box = new Numbers();
    private final Numbers bounds = new Numbers();
    private final Segmentation segmentation = new Segmentation();
    private final Numbers keypoints = new Numbers();
    private final List<JsonId> segmentCategories = new ArrayList<>();
    private ListPlace place = new ListPlace("annotations");
    private JsonId id = JsonId.NONE;
    private JsonId image = JsonId.NONE;
    private JsonId category = JsonId.NONE;
    private String className = "";
    private boolean caption;
    private boolean segments;
    private boolean finiteArea;
    private int sent;
    private long objects;
    private long boxes;
    private long masks;
    private long withKeypoints;
    private long captions;
    private long panoptic;

    CocoAnnotations(CocoImages images, CocoCategories categories, AnnotationSink sink, FindingLog log) {
        this.images = images;
        this.categories = categories;
        this.sink = sink;
        this.log = log;
    }

    CocoSummary.Shapes shapes() {
        return new CocoSummary.Shapes(objects, boxes, masks, withKeypoints, captions, panoptic);
    }

    /// Where the annotations stand.
    ListPlace place() {
        return place;
    }

    /// Says what could only be said now that every image is known.
    void finish() {
        late.judge(place, log);
    }

    /// Reads the object that is current.
    void read(JsonParser json, ListPlace at) {
        clear();
        place = at;
        id = at.id();
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
        take();
    }

    private void clear() {
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

    private void takeSegments() {
        for (var each : segmentCategories) {
            var slot = images.slot(image);
            slot.carries(categories.use(each, place));
            images.object(slot, place);
            objects++;
            masks++;
        }
    }

    private static void numbers(JsonParser json, JsonToken token, Numbers into) {
        if (token == JsonToken.START_ARRAY) {
            into.read(json);
        }
    }

    private void take() {
        if (image.isNone()) {
            log.add(FindingKind.ANNOTATION_INCOMPLETE, 0, place.pointer(""), "image_id");
            return;
        }
        captions += caption ? 1 : 0;
        panoptic += segments ? 1 : 0;
        if (!id.isNone() && !ids.add(id.key())) {
            log.add(FindingKind.ID_REPEATED, 0, place.pointer("/id"), id.text());
        }
        takeSegments();
        int standIn = category.isNone() ? standInByName() : categories.use(category, place);
        if (standIn < 0) {
            if (!caption && !segments) {
                log.add(FindingKind.OBJECT_NAMELESS, 0, place.pointer(""), null);
            }
            return;
        }
        var slot = images.slot(image);
        slot.carries(standIn);
        images.object(slot, place);
        objects++;
        boxes += box.size() > 0 ? 1 : 0;
        masks += segmentation.isShape(box) ? 1 : 0;
        withKeypoints += keypoints.size() > 0 ? 1 : 0;
        check(slot);
        if (sink.isWanted()) {
            send();
        }
    }

    private int standInByName() {
        return className.isBlank() ? -1 : categories.useName(ClassNames.keep(className, 0, log), place);
    }

    private void check(Slot slot) {
        if (!finiteArea) {
            log.add(FindingKind.NUMBER_NOT_FINITE, 0, place.pointer("/area"), null);
        } else if (!box.isFinite()) {
            log.add(FindingKind.NUMBER_NOT_FINITE, 0, place.pointer("/bbox"), box.text());
        } else if (!segmentation.isFinite()) {
            log.add(FindingKind.NUMBER_NOT_FINITE, 0, place.pointer("/segmentation"), null);
        } else if (checkMask(slot)) {
            checkBox(slot);
        }
    }

    /// Whether there is nothing to say about mask, polygons and keypoints.
    private boolean checkMask(Slot slot) {
        if (segmentation.isMask()) {
            slot.carriesMask(segmentation.maskWidth(), segmentation.maskHeight(), place.index());
        }
        var pointer = "/segmentation";
        if (segmentation.maskPixels() > MAX_PIXELS) {
            log.add(FindingKind.MASK_TOO_LARGE, 0, place.pointer(pointer + "/size"), maskSize());
        } else if (segmentation.isTorn()) {
            log.add(FindingKind.MASK_TORN, 0, place.pointer(pointer + "/counts"), maskSize());
        } else if (segmentation.oddLength() > 0) {
            var numbers = Integer.toString(segmentation.oddLength());
            log.add(FindingKind.POLYGON_ODD, 0, place.pointer(pointer), numbers);
        } else if (segmentation.isShort()) {
            log.add(FindingKind.POLYGON_SHORT, 0, place.pointer(pointer), null);
        } else if (keypoints.size() % 3 != 0) {
            log.add(FindingKind.KEYPOINTS_ODD, 0, place.pointer("/keypoints"), Integer.toString(keypoints.size()));
        } else {
            return true;
        }
        return false;
    }

    private String maskSize() {
        return "%d×%d".formatted(segmentation.maskWidth(), segmentation.maskHeight());
    }

    private void checkBox(Slot slot) {
        if (box.size() == 4) {
            checkBox(slot, box, "/bbox");
        } else if (box.size() > 0) {
            log.add(FindingKind.BOX_NUMBERS, 0, place.pointer("/bbox"), box.text());
        } else if (segmentation.rings() > 0) {
            segmentation.bounds(bounds);
            checkBox(slot, bounds, "/segmentation");
        }
    }

    private void checkBox(Slot slot, Numbers of, String member) {
        double right = of.get(0) + of.get(2);
        double bottom = of.get(1) + of.get(3);
        if (!seen.add(hash(of))) {
            log.add(FindingKind.ANNOTATION_REPEATED, 0, place.pointer(""), of.text());
        } else if (of.get(2) < 0 || of.get(3) < 0) {
            log.add(FindingKind.BOX_INVERTED, 0, place.pointer(member), of.text());
        } else if (of.get(2) == 0 || of.get(3) == 0) {
            log.add(FindingKind.BOX_DEGENERATE, 0, place.pointer(member), of.text());
        } else if (of.get(0) < -CocoImages.TOLERANCE || of.get(1) < -CocoImages.TOLERANCE) {
            log.add(FindingKind.BOX_OUTSIDE, 0, place.pointer(member), of.text());
        } else if (!slot.listed) {
            late.add(slot, place.index(), of, member);
        } else if (!slot.holds(right, bottom)) {
            log.add(FindingKind.BOX_OUTSIDE, 0, place.pointer(member), slot.outside(of.copy(0, 4)));
        }
    }

    private long hash(Numbers of) {
        long hash = LongTable.mix(image.key()) + category.key() + className.hashCode();
        for (int i = 0; i < 4; i++) {
            hash = LongTable.mix(hash + Double.doubleToLongBits(of.get(i)));
        }
        return hash;
    }

    /// An object may be several shapes: a cat behind a pole is two polygons.
    private void send() {
        for (int i = 0; i < segmentation.rings(); i++) {
            send("polygon", segmentation.ring(i));
        }
        if (keypoints.size() > 0) {
            send("keypoints", keypoints.copy(0, keypoints.size()));
        }
        if (segmentation.rings() == 0 && box.size() == 4) {
            send(segmentation.isMask() ? "mask" : "box", box.copy(0, 4));
        }
    }

    private void send(String shape, double[] numbers) {
        var classRef = category.isNone() ? className : category.text();
        sink.annotation(new Annotation(image.text(), sent++, classRef, shape, false, numbers));
    }
}
