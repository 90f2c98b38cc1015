package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.format.coco.json.CocoSummary.Image;
import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.JsonId;
import dev.gotgan.engine.format.label.LongTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The images of one COCO file while it is read. Annotations may come first, so an image has a place as soon as its id
/// is met, and is described later.
final class CocoImages {
    /// Boxes are rounded to whole pixels by many tools.
    static final double TOLERANCE = 1;

    private static final int MANY_OBJECTS = 10_000;
    private static final int[] NONE = {};

    private final FindingLog log;
    private final LongTable places = new LongTable();
    private final List<Slot> slots = new ArrayList<>();

    CocoImages(FindingLog log) {
        this.log = log;
    }

    /// What is known of one image so far.
    static final class Slot {
        final JsonId id;
        boolean listed;
        String fileName = "";
        int width;
        int height;
        int objects;
        int[] classes = NONE;
        int firstObject;
        int maskWidth;
        int maskHeight;
        int firstMask;
        double right;
        double bottom;

        Slot(JsonId id) {
            this.id = id;
        }

        void carries(int category) {
            int at = Arrays.binarySearch(classes, category);
            if (at < 0) {
                int place = -at - 1;
                var more = new int[classes.length + 1];
                System.arraycopy(classes, 0, more, 0, place);
                more[place] = category;
                System.arraycopy(classes, place, more, place + 1, classes.length - place);
                classes = more;
            }
        }

        boolean holds(double x, double y) {
            return width == 0 || (x <= width + TOLERANCE && y <= height + TOLERANCE);
        }

        /// How a box is shown that leaves the image.
        String outside(double[] box) {
            return "%s (%d×%d)".formatted(Numbers.text(box), width, height);
        }

        /// Remembers the first mask's size.
        void carriesMask(int maskWide, int maskHigh, int annotation) {
            if (maskWidth == 0) {
                maskWidth = maskWide;
                maskHeight = maskHigh;
                firstMask = annotation;
            }
        }

        private boolean masksFit() {
            return maskWidth == 0 || width == 0 || height == 0 || (maskWidth == width && maskHeight == height);
        }
    }

    Slot slot(JsonId id) {
        int place = places.get(id.key());
        if (place == LongTable.ABSENT) {
            place = slots.size();
            slots.add(new Slot(id));
            places.put(id.key(), place);
        }
        return slots.get(place);
    }

    /// Takes an image of the file's list. A second one with the same id is an image too, but objects can't be meant
    /// for it.
    void list(JsonId id, String fileName, int width, int height, ListPlace place) {
        var slot = slot(id);
        if (slot.listed) {
            log.add(FindingKind.ID_REPEATED, 0, place.pointer("/id"), id.text());
            slot = new Slot(id);
            slots.add(slot);
        }
        slot.listed = true;
        slot.fileName = fileName;
        slot.width = Math.max(0, width);
        slot.height = Math.max(0, height);
    }

    void object(Slot slot, ListPlace place) {
        if (slot.objects == 0) {
            slot.firstObject = place.index();
        }
        if (++slot.objects == MANY_OBJECTS) {
            log.add(FindingKind.LABEL_TOO_LARGE, 0, place.pointer(""), slot.id.text());
        }
    }

    /// The listed images.
    ///
    /// @param places      for each category as it was met, its place in the list; -1 for none
    /// @param annotations where annotations stand
    List<Image> finish(int[] places, ListPlace annotations) {
        var images = new ArrayList<Image>(slots.size());
        for (var slot : slots) {
            if (!slot.listed) {
                var pointer = annotations.pointer(slot.firstObject, "/image_id");
                log.add(new ContentFinding(
                        FindingKind.IMAGE_ID_UNKNOWN, 0, pointer, slot.id.text(), Math.max(1, slot.objects)));
                continue;
            }
            if (!slot.holds(slot.right, slot.bottom)) {
                var reach = new double[] {slot.right, slot.bottom};
                log.add(FindingKind.BOX_OUTSIDE, 0, "/images", slot.outside(reach));
            }
            if (!slot.masksFit()) {
                var value = "%d×%d ≠ %d×%d".formatted(slot.maskWidth, slot.maskHeight, slot.width, slot.height);
                var pointer = annotations.pointer(slot.firstMask, "/segmentation/size");
                log.add(FindingKind.SIZE_MISMATCH, 0, pointer, value);
            }
            var classes = listed(slot.classes, places);
            images.add(new Image(slot.id.text(), slot.fileName, slot.width, slot.height, slot.objects, classes));
        }
        return images;
    }

    private static List<Integer> listed(int[] met, int[] places) {
        var classes = new ArrayList<Integer>(met.length);
        for (int each : met) {
            if (places[each] >= 0) {
                classes.add(places[each]);
            }
        }
        classes.sort(null);
        return classes;
    }
}
