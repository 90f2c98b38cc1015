package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.text.TextLines;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.SplitTable;
import dev.gotgan.engine.format.tree.TreeImage;
import dev.gotgan.engine.format.tree.TreeLabel;
import dev.gotgan.engine.format.yolo.line.YoloSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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
    /// By their text: most labels of a dataset say one of a few things.
    private final Map<String, YoloSummary> summaries = new HashMap<>();

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
        var classesOf = new IdentityHashMap<YoloSummary, List<Integer>>();
        for (var image : tree.images()) {
            var split = reached.get(image);
            if (split != null && image.readable()) {
                rows.add(row(
                        image,
                        split,
                        summary -> classesOf.computeIfAbsent(summary, each -> known(each, classes.size()))));
            }
        }
        new YoloFindings(tree, task, decided, findings).report(read, classes.size());
        reportUnlabelled(rows);
        reportElsewhere(reached);
        reportOrphans(splits.lists());
        return new Assembly(decided, classes, rows, Set.of(), findings.list());
    }

    private void readLabel(TreeLabel label) {
        if (read[label.place()] != null) {
            return;
        }
        var summary = label.is(LabelKind.YOLO_LINES)
                ? summaries.computeIfAbsent(label.summary(), YoloSummary::of)
                : YoloSummary.EMPTY;
        task.add(summary);
        read[label.place()] = summary;
    }

    private ImageRow row(TreeImage image, String split, Function<YoloSummary, List<Integer>> classesOf) {
        var label = pairs.label(image);
        if (label == null) {
            return new ImageRow(image.path(), image.content(), split, null, "", 0, List.of());
        }
        var summary = Objects.requireNonNull(read[label.place()]);
        var ids = classesOf.apply(summary);
        return new ImageRow(image.path(), image.content(), split, label.path(), "", summary.objects(), ids);
    }

    private static List<Integer> known(YoloSummary summary, int classes) {
        return summary.classes().keySet().stream()
                .filter(id -> id >= 0 && id < classes)
                .toList();
    }

    /// Names as given, or numbers where nothing gives names.
    private List<String> classes() {
        if (hint.classNames() != null && !hint.classNames().isEmpty()) {
            return hint.classNames();
        }
        if (!config.names().isEmpty()) {
            return config.names();
        }
        int highest = summaries.values().stream()
                .flatMap(summary -> summary.classes().keySet().stream())
                .mapToInt(id -> id)
                .filter(id -> id < MAX_NAMELESS)
                .max()
                .orElse(-1);
        int count =
                config.classes().count() < 0 ? highest + 1 : config.classes().count();
        if (count > 0) {
            findings.addOfDataset(FindingKind.NAMES_MISSING, "0–" + (count - 1), count);
        }
        return IntStream.range(0, Math.min(count, MAX_NAMELESS))
                .mapToObj(Integer::toString)
                .toList();
    }

    private void reportConfigs() {
        for (var label : tree.labels(LabelKind.DATA_YAML)) {
            findings.addAll(DataYaml.of(label.summary()).findings(), label.path());
        }
        var file = config.file();
        var names = config.classes().file();
        if (file != null && file.is(LabelKind.TEXT_LINES) && !file.equals(names)) {
            findings.addAll(TextLines.of(file.summary()).findings(), file.path());
        }
        if (names == null) {
            return;
        }
        var said = NamesFile.of(names);
        findings.addAll(said.findings(), names.path());
        NamesFile.all(tree)
                .filter(other -> other.file().path().name().equals(names.path().name()))
                .filter(other -> !other.names().equals(said.names()))
                .forEach(other -> findings.add(
                        FindingKind.CLASS_ID_CONFLICT,
                        other.file().path(),
                        "%s, %s".formatted(names.path(), other.file().path())));
    }

    /// An image without a label; of a test split that has none at all, all of them at once: those are often kept back.
    private void reportUnlabelled(List<ImageRow> rows) {
        var labelled = new HashSet<String>();
        for (var row : rows) {
            if (row.label() != null) {
                labelled.add(row.split());
            }
        }
        var withheld = new TreeMap<String, Integer>();
        for (var row : rows) {
            if (row.label() != null) {
                continue;
            }
            if (!labelled.isEmpty() && !labelled.contains(row.split()) && SplitNames.meanTheSame(row.split(), "test")) {
                withheld.merge(row.split(), 1, Integer::sum);
            } else {
                findings.add(FindingKind.LABEL_MISSING, row.path());
            }
        }
        withheld.forEach((split, count) -> findings.addOfDataset(FindingKind.SPLIT_UNLABELLED, split, count));
    }

    private void reportElsewhere(SplitTable reached) {
        var elsewhere = pairs.elsewhere();
        long count =
                elsewhere.stream().filter(label -> read[label.place()] != null).count();
        if (count > 0 && !reached.isEmpty()) {
            findings.addOfDataset(
                    FindingKind.LABEL_ELSEWHERE, elsewhere.getFirst().path().value(), count);
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
        return tree.findByStem(label.stem(), label.folder())
                .filter(image -> label.equals(pairs.label(image)))
                .isPresent();
    }
}
