package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.format.coco.json.CocoImages.Slot;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.LongSet;
import dev.gotgan.engine.format.label.LongTable;
import dev.gotgan.engine.format.text.ClassNames;

/// Counts and checks the annotations of one COCO file, one at a time; none is kept.
final class CocoAnnotations {
    private static final double MAX_PIXELS = 1L << 28;

    private final CocoImages images;
    private final CocoCategories categories;
    private final AnnotationSink sink;
    private final FindingLog log;
    private final LongSet ids = new LongSet();
    private final LongSet seen = new LongSet();
    private final LateBoxes late = new LateBoxes();
    private final Numbers bounds = new Numbers();
    private ListPlace place = new ListPlace("annotations");
    private CocoAnnotation read = new CocoAnnotation();
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

    /// Goes to where the next annotation stands.
    void at(ListPlace at) {
        place = at;
    }

    /// Counts and checks an annotation.
    void take(CocoAnnotation annotation) {
        read = annotation;
        take();
    }

    private void takeSegments() {
        for (var each : read.segmentCategories) {
            var slot = images.slot(read.image);
            slot.carries(categories.use(each, place));
            images.object(slot, place);
            objects++;
            masks++;
        }
    }

    private void take() {
        if (read.image.isNone()) {
            log.add(FindingKind.ANNOTATION_INCOMPLETE, 0, place.pointer(""), "image_id");
            return;
        }
        captions += read.caption ? 1 : 0;
        panoptic += read.segments ? 1 : 0;
        if (!read.id.isNone() && !ids.add(read.id.key())) {
            log.add(FindingKind.ID_REPEATED, 0, place.pointer("/id"), read.id.text());
        }
        takeSegments();
        int standIn = read.category.isNone() ? standInByName() : categories.use(read.category, place);
        if (standIn < 0) {
            if (!read.caption && !read.segments) {
                log.add(FindingKind.OBJECT_NAMELESS, 0, place.pointer(""), null);
            }
            return;
        }
        var slot = images.slot(read.image);
        slot.carries(standIn);
        images.object(slot, place);
        objects++;
        boxes += read.box.size() > 0 ? 1 : 0;
        masks += read.segmentation.isShape(read.box) ? 1 : 0;
        withKeypoints += read.keypoints.size() > 0 ? 1 : 0;
        check(slot);
        if (sink.isWanted()) {
            send();
        }
    }

    private int standInByName() {
        return read.className.isBlank() ? -1 : categories.useName(ClassNames.keep(read.className, 0, log), place);
    }

    private void check(Slot slot) {
        if (!read.finiteArea) {
            log.add(FindingKind.NUMBER_NOT_FINITE, 0, place.pointer("/area"), null);
        } else if (!read.box.isFinite()) {
            log.add(FindingKind.NUMBER_NOT_FINITE, 0, place.pointer("/bbox"), read.box.text());
        } else if (!read.segmentation.isFinite()) {
            log.add(FindingKind.NUMBER_NOT_FINITE, 0, place.pointer("/segmentation"), null);
        } else if (checkMask(slot)) {
            checkBox(slot);
        }
    }

    /// Whether there is nothing to say about mask, polygons and keypoints.
    private boolean checkMask(Slot slot) {
        if (read.segmentation.isMask()) {
            slot.carriesMask(read.segmentation.maskWidth(), read.segmentation.maskHeight(), place.index());
        }
        var pointer = "/segmentation";
        if (read.segmentation.maskPixels() > MAX_PIXELS) {
            log.add(FindingKind.MASK_TOO_LARGE, 0, place.pointer(pointer + "/size"), maskSize());
        } else if (read.segmentation.isTorn()) {
            log.add(FindingKind.MASK_TORN, 0, place.pointer(pointer + "/counts"), maskSize());
        } else if (read.segmentation.oddLength() > 0) {
            var numbers = Integer.toString(read.segmentation.oddLength());
            log.add(FindingKind.POLYGON_ODD, 0, place.pointer(pointer), numbers);
        } else if (read.segmentation.isShort()) {
            log.add(FindingKind.POLYGON_SHORT, 0, place.pointer(pointer), null);
        } else if (read.keypoints.size() % 3 != 0) {
            log.add(FindingKind.KEYPOINTS_ODD, 0, place.pointer("/keypoints"), Integer.toString(read.keypoints.size()));
        } else {
            return true;
        }
        return false;
    }

    private String maskSize() {
        return "%d×%d".formatted(read.segmentation.maskWidth(), read.segmentation.maskHeight());
    }

    private void checkBox(Slot slot) {
        if (read.box.size() == 4) {
            checkBox(slot, read.box, "/bbox");
        } else if (read.box.size() > 0) {
            log.add(FindingKind.BOX_NUMBERS, 0, place.pointer("/bbox"), read.box.text());
        } else if (read.segmentation.rings() > 0) {
            read.segmentation.bounds(bounds);
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
        long hash = LongTable.mix(read.image.key()) + read.category.key() + read.className.hashCode();
        for (int i = 0; i < 4; i++) {
            hash = LongTable.mix(hash + Double.doubleToLongBits(of.get(i)));
        }
        return hash;
    }

    /// An object may be several shapes: a cat behind a pole is two polygons.
    private void send() {
        for (int i = 0; i < read.segmentation.rings(); i++) {
            send("polygon", read.segmentation.ring(i));
        }
        if (read.keypoints.size() > 0) {
            send("keypoints", read.keypoints.copy(0, read.keypoints.size()));
        }
        if (read.segmentation.rings() == 0 && read.box.size() == 4) {
            send(read.segmentation.isMask() ? "mask" : "box", read.box.copy(0, 4));
        }
    }

    private void send(String shape, double[] numbers) {
        var classRef = read.category.isNone() ? read.className : read.category.text();
        sink.annotation(new Annotation(read.image.text(), sent++, classRef, shape, false, numbers));
    }
}
