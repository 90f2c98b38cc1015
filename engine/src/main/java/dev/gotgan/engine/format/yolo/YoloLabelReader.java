package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.label.LongTable;
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
    private static final int FOUR_POINTS = 9;

    private final AnnotationSink sink;
    private final YoloLine line = new YoloLine();
    private final FindingLog log = new FindingLog();
    private final SortedMap<Integer, YoloSummary.Tally> classes = new TreeMap<>();
    private final SortedMap<Integer, YoloSummary.Tally> columns = new TreeMap<>();
    private final LongTable seen = new LongTable();
    private int parallelograms;
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
        var summary = new YoloSummary(classes, columns, parallelograms, log.findings());
        return new ReadLabel(LabelKind.YOLO_LINES, summary.json());
    }

    private void object(LineFeed lines) {
        int number = lines.number();
        int count = line.columns();
        YoloSummary.Tally.add(classes, line.classId(), number);
        YoloSummary.Tally.add(columns, count, number);
        if (count == BOX || count == BOX_AND_CONFIDENCE) {
            box(lines);
        } else if (count % 2 == 1) {
            points(lines);
        }
        if (objects == MANY_OBJECTS) {
            log.add(FindingKind.LABEL_TOO_LARGE, number, null);
        } else if (objects < MANY_OBJECTS && seen.put(line.hash(), objects) != LongTable.ABSENT) {
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
        if (line.columns() == BOX_AND_CONFIDENCE) {
            log.add(FindingKind.EXTRA_COLUMN, lines.number(), lines.text());
        } else if (x > 1 + TOLERANCE || y > 1 + TOLERANCE || w > 1 + TOLERANCE || h > 1 + TOLERANCE) {
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
        for (int i = 1; i < line.columns(); i++) {
            if (leaves(line.number(i))) {
                log.add(FindingKind.BOX_OUTSIDE, lines.number(), lines.text());
                break;
            }
        }
        if (line.columns() == FOUR_POINTS && isParallelogram()) {
            parallelograms++;
        }
    }

    /// A turned box stays a parallelogram when width and height are divided by different sides.
    private boolean isParallelogram() {
        double dx = line.number(1) + line.number(5) - line.number(3) - line.number(7);
        double dy = line.number(2) + line.number(6) - line.number(4) - line.number(8);
        return Math.abs(dx) < 2 * TOLERANCE && Math.abs(dy) < 2 * TOLERANCE;
    }

    private static boolean leaves(double share) {
        return share < -TOLERANCE || share > 1 + TOLERANCE;
    }

    private Annotation annotation(int count) {
        String id = Integer.toString(line.classId());
        if (count == BOX || count == BOX_AND_CONFIDENCE) {
            double w = line.number(3);
            double h = line.number(4);
            var corner = new double[] {line.number(1) - w / 2, line.number(2) - h / 2, w, h};
            return new Annotation("", objects, id, "box", true, corner);
        }
        String shape = count % 2 == 1 ? "polygon" : "keypoints";
        return new Annotation("", objects, id, shape, true, line.numbers(1, count));
    }
}
