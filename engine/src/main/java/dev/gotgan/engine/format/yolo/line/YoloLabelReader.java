package dev.gotgan.engine.format.yolo.line;

import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.label.LongSet;
import dev.gotgan.engine.format.label.ReadLabel;
import dev.gotgan.engine.format.text.LineFeed;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads one YOLO label file. What a line *is* (box, polygon, turned box, pose) is said by its number of columns and
/// settled per dataset, so the summary keeps how many lines have how many.
final class YoloLabelReader {
    /// An honest image has fewer objects.
    private static final int MANY_OBJECTS = 10_000;
    /// Tools round to five or six digits, and some labels to whole pixels: a thousandth of a side leaves no image.
    private static final double TOLERANCE = 1e-3;

    private static final int BOX = 5;
    private static final int BOX_AND_CONFIDENCE = 6;
    private static final int BOX_CONFIDENCE_AND_TRACK = 7;
    private static final int FOUR_POINTS = 9;
    /// A point this far out is no share of a side that was rounded or drawn over the edge, nor a joint's flag.
    private static final double PIXELS = 2;
    private static final int POINT_AND_FLAG = 3;
    /// Corners that were set by hand are off by a little of the diagonal.
    private static final double BY_HAND = 0.1;

    private final AnnotationSink sink;
    private final YoloLine line = new YoloLine();
    private final FindingLog log = new FindingLog();
    private final SortedMap<Integer, YoloSummary.Tally> classes = new TreeMap<>();
    private final SortedMap<Integer, YoloSummary.Tally> columns = new TreeMap<>();
    private final LongSet seen = new LongSet();
    private final YoloSummary.Hints hints = YoloSummary.Hints.none();
    private int objects;

    YoloLabelReader(AnnotationSink sink) {
        this.sink = sink;
    }

    ReadLabel read(LineFeed lines) throws IOException {
        while (lines.next()) {
            if (lines.cut()) {
                log.add(FindingKind.LABEL_TOO_LARGE, lines.number(), null);
                continue;
            }
            switch (line.read(lines.line(), lines.length())) {
                case BLANK -> {}
                case BINARY -> log.add(FindingKind.LABEL_ENCODING, lines.number(), null);
                case NOT_FINITE -> log.add(FindingKind.NUMBER_NOT_FINITE, lines.number(), lines.text());
                case NOT_NUMBERS -> log.add(FindingKind.LABEL_SYNTAX, lines.number(), lines.text());
                case GOOD -> object(lines);
            }
        }
        var summary = new YoloSummary(classes, columns, hints, log.findings());
        return new ReadLabel(LabelKind.YOLO_LINES, summary.json());
    }

    private void object(LineFeed lines) {
        int number = lines.number();
        int count = line.columns();
        YoloSummary.Tally.add(classes, line.classId(), number);
        YoloSummary.Tally.add(columns, count, number);
        if (count <= BOX_AND_CONFIDENCE) {
            box(lines);
        } else {
            points(lines);
        }
        if (objects == MANY_OBJECTS) {
            log.add(FindingKind.LABEL_TOO_LARGE, number, null);
        } else if (objects < MANY_OBJECTS && !seen.add(line.hash())) {
            log.add(FindingKind.ANNOTATION_REPEATED, number, lines.text());
        }
        if (sink.isWanted()) {
            sink.annotation(annotation(count));
        }
        objects++;
    }

    private void box(LineFeed lines) {
        double x = line.number(1);
        double y = line.number(2);
        double w = line.number(3);
        double h = line.number(4);
        if (x > 1 + TOLERANCE || y > 1 + TOLERANCE || w > 1 + TOLERANCE || h > 1 + TOLERANCE) {
            log.add(FindingKind.NOT_NORMALISED, lines.number(), lines.text());
        } else if (w < 0 || h < 0) {
            log.add(FindingKind.BOX_INVERTED, lines.number(), lines.text());
        } else if (w == 0 || h == 0) {
            log.add(FindingKind.BOX_DEGENERATE, lines.number(), lines.text());
        } else if (leaves(x - w / 2) || leaves(y - h / 2) || leaves(x + w / 2) || leaves(y + h / 2)) {
            log.add(FindingKind.BOX_OUTSIDE, lines.number(), lines.text());
        }
    }

    private void points(LineFeed lines) {
        int count = line.columns();
        double last = line.number(count - 1);
        boolean numbered = last >= 0 && last == Math.rint(last);
        boolean extra = count % 2 == 0 || (numbered && count == BOX_CONFIDENCE_AND_TRACK);
        reportOutside(lines, extra ? count - 1 : count);
        if (numbered) {
            YoloSummary.Tally.add(hints.numbered(), count, lines.number());
        }
        if (isBoxAndFlaggedPoints()) {
            YoloSummary.Tally.add(hints.flagged(), count, lines.number());
        }
        if ((count == FOUR_POINTS || count == FOUR_POINTS + 1) && isTurnedBox()) {
            YoloSummary.Tally.add(hints.turned(), count, lines.number());
        }
    }

    private void reportOutside(LineFeed lines, int to) {
        double worst = 0;
        for (int i = 1; i < to; i++) {
            double number = line.number(i);
            worst = leaves(number) ? Math.max(worst, Math.abs(number)) : worst;
        }
        if (worst > 0) {
            log.add(
                    worst > PIXELS ? FindingKind.NOT_NORMALISED : FindingKind.BOX_OUTSIDE,
                    lines.number(),
                    lines.text());
        }
    }

    private boolean isBoxAndFlaggedPoints() {
        if ((line.columns() - BOX) % POINT_AND_FLAG != 0) {
            return false;
        }
        for (int i = BOX + POINT_AND_FLAG - 1; i < line.columns(); i += POINT_AND_FLAG) {
            double flag = line.number(i);
            if (flag != 0 && flag != 1 && flag != 2) {
                return false;
            }
        }
        return true;
    }

    /// A turned box is a parallelogram, and stays one when width and height are divided by different sides.
    private boolean isTurnedBox() {
        double dx = line.number(1) + line.number(5) - line.number(3) - line.number(7);
        double dy = line.number(2) + line.number(6) - line.number(4) - line.number(8);
        double across = Math.hypot(line.number(1) - line.number(5), line.number(2) - line.number(6));
        return Math.hypot(dx, dy) <= Math.max(4 * TOLERANCE, 2 * BY_HAND * across);
    }

    private static boolean leaves(double share) {
        return share < -TOLERANCE || share > 1 + TOLERANCE;
    }

    private Annotation annotation(int count) {
        String id = Integer.toString(line.classId());
        if (count <= BOX_AND_CONFIDENCE) {
            double w = line.number(3);
            double h = line.number(4);
            var corner = new double[] {line.number(1) - w / 2, line.number(2) - h / 2, w, h};
            return new Annotation("", objects, id, "box", true, corner);
        }
        String shape = count % 2 == 1 ? "polygon" : "keypoints";
        return new Annotation("", objects, id, shape, true, line.numbers(1, count));
    }
}
