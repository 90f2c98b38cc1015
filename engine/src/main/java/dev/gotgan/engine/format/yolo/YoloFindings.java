package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.text.TextLines;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.TreeLabel;
import dev.gotgan.engine.format.yolo.YoloTask.Shape;
import dev.gotgan.engine.format.yolo.line.YoloSummary;
import dev.gotgan.engine.format.yolo.line.YoloSummary.Tally;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/// What is wrong in label files, as it shows once the task and the classes of the whole dataset are known.
final class YoloFindings {
    private static final double NEARLY_ALL = 0.9;

    private final DatasetTree tree;
    private final YoloTask task;
    private final TaskType decided;
    private final DatasetFindings findings;

    YoloFindings(DatasetTree tree, YoloTask task, TaskType decided, DatasetFindings findings) {
        this.tree = tree;
        this.task = task;
        this.decided = decided;
        this.findings = findings;
    }

    /// Reports every label that was read.
    ///
    /// @param read what was read, by the label's place; null for labels that belong to no image
    void report(@Nullable YoloSummary[] read, int classes) {
        long extras = task.extras(decided);
        boolean everywhere = extras >= task.lines() * NEARLY_ALL;
        int empty = 0;
        for (var label : tree.labels()) {
            var summary = read[label.place()];
            if (summary == null) {
                continue;
            }
            empty += label.is(LabelKind.EMPTY) ? 1 : 0;
            reportContent(label, summary);
            reportClasses(label, summary, classes);
            reportShapes(label, summary, everywhere);
        }
        if (extras > 0 && everywhere) {
            findings.addOfDataset(FindingKind.EXTRA_COLUMN, "of every label", extras);
        }
        if (empty > 0) {
            findings.addOfDataset(FindingKind.LABEL_EMPTY, "", empty);
        }
    }

    private void reportContent(TreeLabel label, YoloSummary summary) {
        // the points of hidden joints may lie anywhere
        boolean pose = decided == TaskType.KEYPOINT_DETECTION;
        for (var finding : summary.findings()) {
            if (!pose || finding.kind() != FindingKind.BOX_OUTSIDE) {
                findings.add(finding, label.path());
            }
        }
        if (label.is(LabelKind.TEXT_LINES)) {
            reportText(label, TextLines.of(label.summary()));
        } else if (label.is(LabelKind.BINARY)) {
            findings.add(FindingKind.LABEL_ENCODING, label.path());
        }
    }

    /// A text whose first line is too long for one has no lines, only a finding that says so.
    private void reportText(TreeLabel label, TextLines text) {
        if (text.lines().isEmpty()) {
            text.findings().forEach(finding -> findings.add(finding, label.path()));
        } else {
            add(
                    FindingKind.LABEL_SYNTAX,
                    new Tally(text.lines().size(), 1),
                    text.lines().getFirst(),
                    label);
        }
    }

    private void reportClasses(TreeLabel label, YoloSummary summary, int classes) {
        for (var entry : summary.classes().entrySet()) {
            int id = entry.getKey();
            if (id < 0 || id >= classes) {
                add(FindingKind.CLASS_UNKNOWN, entry.getValue(), "%d (0–%d)".formatted(id, classes - 1), label);
            }
        }
    }

    private void reportShapes(TreeLabel label, YoloSummary summary, boolean extraEverywhere) {
        var shapes = new EnumMap<Shape, Tally>(Shape.class);
        for (var entry : summary.columns().entrySet()) {
            int count = entry.getKey();
            shapes.merge(task.shape(count, decided), entry.getValue(), YoloFindings::both);
            if (!extraEverywhere && task.hasExtra(count, decided)) {
                add(FindingKind.EXTRA_COLUMN, entry.getValue(), "%d numbers".formatted(count), label);
            }
        }
        var odd = shapes.get(Shape.ODD);
        if (odd != null) {
            boolean pose = decided == TaskType.KEYPOINT_DETECTION;
            add(pose ? FindingKind.KEYPOINTS_ODD : FindingKind.POLYGON_ODD, odd, numbers(summary), label);
        }
        reportMixed(label, shapes.get(Shape.BOX), shapes.get(Shape.POINTS));
    }

    /* Ultralytics decides per file: one line of more than six columns, and every line of that file is read as points, so
    a box beside it becomes two of them. A file of one shape among files of the other is read as it is meant. */
    private void reportMixed(TreeLabel label, @Nullable Tally boxes, @Nullable Tally points) {
        var others = decided == TaskType.OBJECT_DETECTION ? points : boxes;
        if (others != null) {
            boolean both = boxes != null && points != null;
            add(both ? FindingKind.LINES_MIXED : FindingKind.SHAPES_MIXED, others, mix(boxes, points), label);
        }
    }

    private static String mix(@Nullable Tally boxes, @Nullable Tally points) {
        return "%d boxes, %d polygons"
                .formatted(boxes == null ? 0 : boxes.count(), points == null ? 0 : points.count());
    }

    private String numbers(YoloSummary summary) {
        return summary.columns().keySet().stream()
                .filter(count -> task.shape(count, decided) == Shape.ODD)
                .map(count -> "%d numbers".formatted(count - 1))
                .findFirst()
                .orElse("");
    }

    private static Tally both(Tally a, Tally b) {
        return new Tally(a.count() + b.count(), Math.min(a.line(), b.line()));
    }

    private void add(FindingKind kind, Tally tally, String value, TreeLabel label) {
        findings.add(new ContentFinding(kind, tally.line(), null, value, tally.count()), label.path());
    }
}
