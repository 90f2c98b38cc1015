package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.format.coco.CocoImages.Slot;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.JsonId;
import dev.gotgan.engine.format.label.LongTable;
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
    private final LongTable seen = new LongTable();
    private final Numbers box = new Numbers();
    private final Segmentation segmentation = new Segmentation();
    private final Numbers keypoints = new Numbers();
    private final List<JsonId> segmentCategories = new ArrayList<>();
    private JsonId image = JsonId.NONE;
    private JsonId category = JsonId.NONE;
    private boolean caption;
    private boolean segments;
    private boolean finiteArea;
    private int index;
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

    /// Reads the object that is current.
    void read(JsonParser json) {
        clear();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            var token = json.nextToken();
            switch (name) {
                case "image_id" -> image = JsonId.of(json);
                case "category_id" -> category = JsonId.of(json);
                case "bbox" -> numbers(json, token, box);
                case "segmentation" -> segmentation.read(json);
                case "keypoints" -> numbers(json, token, keypoints);
                case "area" -> finiteArea = !token.isNumeric() || Double.isFinite(json.getDoubleValue());
                case "caption" -> caption = true;
                case "segments_info" -> segments(json, token);
                default -> json.skipChildren();
            }
        }
        take();
        index++;
    }

    private void clear() {
        image = JsonId.NONE;
        category = JsonId.NONE;
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
            json.skipChildren();
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
            slot.carries(categories.use(each, index));
            images.object(slot, index);
            objects++;
            masks++;
        }
    }

    private static void numbers(JsonParser json, JsonToken token, Numbers into) {
        if (token == JsonToken.START_ARRAY) {
            into.read(json);
        } else {
            json.skipChildren();
        }
    }

    private void take() {
        if (image.isNone()) {
            log.add(FindingKind.JSON_SHAPE, 0, pointer(""), "image_id");
            return;
        }
        captions += caption ? 1 : 0;
        panoptic += segments ? 1 : 0;
        takeSegments();
        if (category.isNone()) {
            if (!caption && !segments) {
                log.add(FindingKind.OBJECT_NAMELESS, 0, pointer(""), null);
            }
            return;
        }
        var slot = images.slot(image);
        slot.carries(categories.use(category, index));
        images.object(slot, index);
        objects++;
        boxes += box.size() > 0 ? 1 : 0;
        masks += segmentation.isShape(box) ? 1 : 0;
        withKeypoints += keypoints.size() > 0 ? 1 : 0;
        check(slot);
        if (sink.isWanted()) {
            send();
        }
    }

    private void check(Slot slot) {
        if (!finiteArea) {
            log.add(FindingKind.NUMBER_NOT_FINITE, 0, pointer("/area"), null);
        } else if (!box.isFinite() || !segmentation.isFinite()) {
            log.add(FindingKind.NUMBER_NOT_FINITE, 0, pointer("/bbox"), box.text());
        } else if (segmentation.maskPixels() > MAX_PIXELS) {
            log.add(FindingKind.MASK_TOO_LARGE, 0, pointer("/segmentation/size"), null);
        } else if (isOdd()) {
            log.add(FindingKind.POLYGON_ODD, 0, pointer("/segmentation"), null);
        } else if (box.size() == 4) {
            checkBox(slot);
        } else if (box.size() > 0) {
            log.add(FindingKind.BOX_NUMBERS, 0, pointer("/bbox"), box.text());
        }
    }

    private boolean isOdd() {
        for (int i = 0; i < segmentation.rings(); i++) {
            if (segmentation.length(i) % 2 != 0) {
                return true;
            }
        }
        return false;
    }

    private void checkBox(Slot slot) {
        double right = box.get(0) + box.get(2);
        double bottom = box.get(1) + box.get(3);
        if (seen.put(hash(), index) != LongTable.ABSENT) {
            log.add(FindingKind.ANNOTATION_REPEATED, 0, pointer(""), box.text());
        } else if (box.get(2) < 0 || box.get(3) < 0) {
            log.add(FindingKind.BOX_INVERTED, 0, pointer("/bbox"), box.text());
        } else if (box.get(2) == 0 || box.get(3) == 0) {
            log.add(FindingKind.BOX_DEGENERATE, 0, pointer("/bbox"), box.text());
        } else if (box.get(0) < -CocoImages.TOLERANCE || box.get(1) < -CocoImages.TOLERANCE) {
            log.add(FindingKind.BOX_OUTSIDE, 0, pointer("/bbox"), box.text());
        } else if (!slot.listed) {
            slot.right = Math.max(slot.right, right);
            slot.bottom = Math.max(slot.bottom, bottom);
        } else if (!slot.holds(right, bottom)) {
            log.add(FindingKind.BOX_OUTSIDE, 0, pointer("/bbox"), box.text());
        }
    }

    private long hash() {
        long hash = LongTable.mix(image.key()) + category.key();
        for (int i = 0; i < 4; i++) {
            hash = LongTable.mix(hash + Double.doubleToLongBits(box.get(i)));
        }
        return hash;
    }

    private void send() {
        for (int i = 0; i < segmentation.rings(); i++) {
            sink.annotation(annotation("polygon", segmentation.ring(i)));
        }
        if (keypoints.size() > 0) {
            sink.annotation(annotation("keypoints", keypoints.copy(0, keypoints.size())));
        }
        if (segmentation.rings() == 0) {
            sink.annotation(annotation(segmentation.isMask() ? "mask" : "box", box.copy(0, box.size())));
        }
    }

    private Annotation annotation(String shape, double[] numbers) {
        return new Annotation(image.text(), index, category.text(), shape, false, numbers);
    }

    private String pointer(String member) {
        return "/annotations/" + index + member;
    }
}
