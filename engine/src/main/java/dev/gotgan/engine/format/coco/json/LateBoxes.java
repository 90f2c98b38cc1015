package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.format.coco.json.CocoImages.Slot;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import java.util.Arrays;
import java.util.BitSet;

/// Boxes that came before the list of images, so that nobody knew yet how large their image is.
///
/// Plain arrays: half a million boxes are 24 MB. Of a file that holds more, each image's widest reach is kept instead,
/// and judged once; so memory has a bound whatever the order of the keys.
final class LateBoxes {
    private static final int MOST = 1 << 19;

    private int[] annotations = new int[64];
    private Slot[] slots = new Slot[64];
    private double[] numbers = new double[64 * 4];
    private final BitSet outlines = new BitSet();
    private int size;

    /// @param member `/bbox`, or `/segmentation` where the box is drawn around an outline
    void add(Slot slot, int annotation, Numbers box, String member) {
        if (size == MOST) {
            slot.right = Math.max(slot.right, box.get(0) + box.get(2));
            slot.bottom = Math.max(slot.bottom, box.get(1) + box.get(3));
            return;
        }
        if (size == annotations.length) {
            annotations = Arrays.copyOf(annotations, size * 2);
            slots = Arrays.copyOf(slots, size * 2);
            numbers = Arrays.copyOf(numbers, size * 8);
        }
        for (int i = 0; i < 4; i++) {
            numbers[size * 4 + i] = box.get(i);
        }
        outlines.set(size, !member.equals("/bbox"));
        annotations[size] = annotation;
        slots[size++] = slot;
    }

    /// Says which of them leave their image, now that all images are known.
    void judge(ListPlace place, FindingLog log) {
        for (int i = 0; i < size; i++) {
            var slot = slots[i];
            double right = numbers[i * 4] + numbers[i * 4 + 2];
            double bottom = numbers[i * 4 + 1] + numbers[i * 4 + 3];
            if (slot.listed && !slot.holds(right, bottom)) {
                var box = Arrays.copyOfRange(numbers, i * 4, i * 4 + 4);
                var member = outlines.get(i) ? "/segmentation" : "/bbox";
                log.add(FindingKind.BOX_OUTSIDE, 0, place.pointer(annotations[i], member), slot.outside(box));
            }
        }
    }
}
