package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.text.TextLines;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.TreeImage;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads one tree as a YOLO dataset: config, splits, pairs, then what all lines together are for.
final class YoloAssembly {
    /// Without names, a class list as long as this would only be an odd id.
    private static final int MAX_NAMELESS = 10_000;

    private final DatasetTree tree;
    private final AnalysisHint hint;
    private final DatasetFindings findings = new DatasetFindings();
    private final YoloPairs pairs;
    private final YoloConfig config;
    private final YoloTask task;
    private final @Nullable YoloSummary[] read;
    private int empty;

    YoloAssembly(DatasetTree tree, AnalysisHint hint) {
        this.tree = tree;
        this.hint = hint;
        this.pairs = YoloPairs.of(tree);
        this.read = new YoloSummary[tree.labels().size()];
        this.config = YoloConfig.of(tree);
        this.task = new YoloTask(config.keypoints());
    }

    Assembly assemble() {
        var splits = new YoloSplits(tree, pairs, config, findings);
        var reached = splits.assign();
        reportConfigs();
        for (var image : tree.images()) {
            var label = pairs.label(image);
            if (label != null && reached.reaches(image)) {
                readLabel(label);
            }
        }
        var decided = task.decide(hint.taskType());
        var classes = classes();
        var rows = new ArrayList<ImageRow>(tree.images().size());
        for (var image : tree.images()) {
            var split = reached.get(image);
            if (split != null && image.readable()) {
                rows.add(row(image, split, classes.size()));
            }
        }
        reportLabels(decided, classes.size());
        reportOrphans(splits.lists());
        return new Assembly(decided, classes, rows, Set.of(), findings.list());
    }

    private void readLabel(TreeLabel label) {
        if (read[label.place()] != null) {
            return;
        }
        var summary = label.is(LabelKind.YOLO_LINES) ? YoloSummary.of(label.summary()) : YoloSummary.EMPTY;
        task.add(summary);
        read[label.place()] = summary;
        empty += label.is(LabelKind.EMPTY) ? 1 : 0;
    }

    private ImageRow row(TreeImage image, String split, int classes) {
        var label = pairs.label(image);
        if (label == null) {
            findings.add(FindingKind.LABEL_MISSING, image.path());
            return new ImageRow(image.path(), image.content(), split, null, "", 0, List.of());
        }
        var summary = Objects.requireNonNull(read[label.place()]);
        var ids = summary.classes().keySet().stream()
                .filter(id -> id >= 0 && id < classes)
                .toList();
        return new ImageRow(image.path(), image.content(), split, label.path(), "", summary.objects(), ids);
    }

    /// Names as given, or numbers where nothing gives names.
    private List<String> classes() {
        if (hint.classNames() != null && !hint.classNames().isEmpty()) {
            return hint.classNames();
        }
        if (!config.names().isEmpty()) {
            return config.names();
        }
        int highest = Arrays.stream(read)
                .filter(Objects::nonNull)
                .flatMap(summary -> summary.classes().keySet().stream())
                .mapToInt(id -> id)
                .filter(id -> id < MAX_NAMELESS)
                .max()
                .orElse(-1);
        if (highest >= 0) {
            findings.addOfDataset(FindingKind.NAMES_MISSING, "0–" + highest, highest + 1L);
        }
        return IntStream.rangeClosed(0, highest).mapToObj(Integer::toString).toList();
    }

    private void reportConfigs() {
        for (var label : tree.labels(LabelKind.DATA_YAML)) {
            findings.addAll(DataYaml.of(label.summary()).findings(), label.path());
        }
        var file = config.file();
        if (file != null && file.is(LabelKind.TEXT_LINES)) {
            findings.addAll(TextLines.of(file.summary()).findings(), file.path());
        }
    }

    private void reportLabels(TaskType decided, int classes) {
        for (var label : tree.labels()) {
            var summary = read[label.place()];
            if (summary != null) {
                reportLabel(label, summary, decided, classes);
            }
        }
        long others = task.otherShapes(decided);
        if (others > 0) {
            findings.addOfDataset(FindingKind.SHAPES_MIXED, decided.wire(), others);
        }
        if (empty > 0) {
            findings.addOfDataset(FindingKind.LABEL_EMPTY, "", empty);
        }
    }

    private void reportLabel(TreeLabel label, YoloSummary summary, TaskType decided, int classes) {
        var kept = summary.findings();
        if (decided == TaskType.KEYPOINT_DETECTION) {
            // visibility flags and points of hidden joints are no shares of a side
            kept = kept.stream()
                    .filter(f -> f.kind() != FindingKind.BOX_OUTSIDE)
                    .toList();
        }
        findings.addAll(kept, label.path());
        reportBroken(label);
        summary.classes().forEach((id, tally) -> {
            if (id < 0 || id >= classes) {
                var value = "%d (0–%d)".formatted(id, classes - 1);
                var finding = new ContentFinding(FindingKind.CLASS_UNKNOWN, tally.line(), null, value, tally.count());
                findings.add(finding, label.path());
            }
        });
        summary.columns().forEach((count, tally) -> {
            if (task.isOdd(count, decided)) {
                var value = "%d numbers".formatted(count - 1);
                var finding = new ContentFinding(FindingKind.POLYGON_ODD, tally.line(), null, value, tally.count());
                findings.add(finding, label.path());
            }
        });
    }

    private void reportBroken(TreeLabel label) {
        if (label.is(LabelKind.TEXT_LINES)) {
            var text = TextLines.of(label.summary());
            var first = text.lines().isEmpty() ? "" : text.lines().getFirst();
            findings.add(
                    new ContentFinding(
                            FindingKind.LABEL_SYNTAX,
                            1,
                            null,
                            first,
                            text.lines().size()),
                    label.path());
        } else if (label.is(LabelKind.BINARY)) {
            findings.add(FindingKind.LABEL_ENCODING, label.path());
        }
    }

    private void reportOrphans(Set<TreeLabel> lists) {
        for (var label : tree.labels(LabelKind.YOLO_LINES)) {
            if (read[label.place()] == null && !lists.contains(label)) {
                boolean meant = tree.images().isEmpty() || !isPairedWithUnreached(label);
                if (meant) {
                    findings.add(FindingKind.LABEL_ORPHAN, label.path());
                }
            }
        }
    }

    /// The image is there, only no split reaches it: that is said of the image.
    private boolean isPairedWithUnreached(TreeLabel label) {
        return tree.findByStem(label.stem(), label.path().folder())
                .filter(image -> label.equals(pairs.label(image)))
                .isPresent();
    }
}
