package dev.gotgan.engine.format.voc;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.finding.ContentFinding;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads one tree as a VOC dataset.
final class VocAssembly {
    private final DatasetTree tree;
    private final AnalysisHint hint;
    private final DatasetFindings findings = new DatasetFindings();
    private final VocLayout layout;
    private final Map<TreeLabel, VocSummary> read = new HashMap<>();
    private long boxes;
    private long turned;
    private long polygons;

    VocAssembly(DatasetTree tree, AnalysisHint hint) {
        this.tree = tree;
        this.hint = hint;
        this.layout = VocLayout.of(tree);
    }

    Assembly assemble() {
        tree.labels(LabelKind.VOC_XML).forEach(this::readLabel);
        var task = task();
        var classes = classes(task);
        var places = new HashMap<String, Integer>();
        classes.forEach(name -> places.put(name, places.size()));
        boolean byMasks = isByMasks(task);
        var splits = splits(byMasks);
        var rows = new ArrayList<ImageRow>();
        for (var image : tree.images()) {
            var split = splits.get(image);
            if (split != null && image.readable()) {
                rows.add(byMasks ? masked(image, split) : boxed(image, split, places));
            }
        }
        var aside = tree.images().stream()
                .filter(VocLayout::isMask)
                .map(image -> image.path().value())
                .collect(Collectors.toSet());
        return new Assembly(task, renamed(classes), rows, aside, findings.list());
    }

    private void readLabel(TreeLabel label) {
        var summary = VocSummary.of(label.summary());
        read.put(label, summary);
        if (!summary.broken()) {
            boxes += summary.boxes();
            turned += summary.turned();
            polygons += summary.polygons();
        }
        findings.addAll(summary.findings(), label.path());
        if (layout.isOrphan(label)) {
            findings.add(FindingKind.LABEL_ORPHAN, label.path());
        }
    }

    private TaskType task() {
        var chosen = hint.taskType();
        boolean masksOnly = read.isEmpty() && layout.masked() > 0;
        if (masksOnly || (chosen == TaskType.SEMANTIC_SEGMENTATION && layout.masked() > 0)) {
            boolean single = layout.masksOfObjectsOnly()
                    || (chosen == TaskType.INSTANCE_SEGMENTATION && layout.masksOfObjects());
            return single ? TaskType.INSTANCE_SEGMENTATION : TaskType.SEMANTIC_SEGMENTATION;
        }
        if (turned > boxes) {
            return TaskType.ORIENTED_DETECTION;
        }
        boolean shapes = polygons > 0 && (polygons >= boxes || chosen == TaskType.INSTANCE_SEGMENTATION);
        return shapes && chosen != TaskType.OBJECT_DETECTION
                ? TaskType.INSTANCE_SEGMENTATION
                : TaskType.OBJECT_DETECTION;
    }

    /// Whether masks are the labels, rather than XML.
    private boolean isByMasks(TaskType task) {
        return layout.masked() > 0 && (read.isEmpty() || task == TaskType.SEMANTIC_SEGMENTATION);
    }

    private List<String> classes(TaskType task) {
        if (isByMasks(task)) {
            return classesOfMasks();
        }
        var names = new TreeSet<String>();
        read.values().stream()
                .filter(summary -> !summary.broken())
                .forEach(summary -> names.addAll(summary.classes().keySet()));
        return List.copyOf(names);
    }

    /// Masks carry colours; a labelmap.txt (`name:r,g,b:parts:actions`) says what they mean.
    private List<String> classesOfMasks() {
        return tree.labels(LabelKind.TEXT_LINES).stream()
                .filter(label -> label.path().name().equals("labelmap.txt"))
                .findFirst()
                .map(label -> TextLines.of(label.summary()).lines().stream()
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(line -> line.contains(":") ? line.substring(0, line.indexOf(':')) : line)
                        .toList())
                .orElse(List.of());
    }

    /// Classes have no order of their own here, so chosen names replace them only where the numbers agree.
    private List<String> renamed(List<String> classes) {
        var chosen = hint.classNames();
        if (chosen == null || chosen.isEmpty() || chosen.equals(classes)) {
            return classes;
        }
        if (chosen.size() != classes.size()) {
            findings.addOfDataset(FindingKind.CLASS_NAMES_HINT, "%d, %d".formatted(chosen.size(), classes.size()), 1);
            return classes;
        }
        return chosen;
    }

    private SplitTable splits(boolean byMasks) {
        var splits = new ImageSets(tree, findings).assign(byMasks);
        boolean listed = !splits.isEmpty();
        var folders = layout.folders();
        long unlisted = 0;
        for (var image : tree.images()) {
            if (VocLayout.isMask(image)) {
                continue;
            }
            var split = SplitNames.findIn(image.folder());
            boolean labelled = byMasks
                    ? layout.findMask(image).isPresent()
                    : layout.findLabel(image).isPresent();
            boolean reached = !listed && (folders.contains(image.folder()) || split.isPresent());
            if (labelled || reached) {
                boolean added = splits.putIfAbsent(image, listed ? "" : split.orElse("")) == null;
                unlisted += added && listed ? 1 : 0;
            }
        }
        if (unlisted > 0) {
            findings.addOfDataset(FindingKind.IMAGE_UNLISTED, "", unlisted);
        }
        return splits;
    }

    private ImageRow boxed(TreeImage image, String split, Map<String, Integer> places) {
        var label = layout.findLabel(image).orElse(null);
        if (label == null) {
            findings.add(FindingKind.LABEL_MISSING, image.path());
            return new ImageRow(image.path(), image.content(), split, null, "", 0, List.of());
        }
        var summary = read.getOrDefault(label, VocSummary.of(label.summary()));
        if (summary.broken()) {
            return new ImageRow(image.path(), image.content(), split, label.path(), "", 0, List.of());
        }
        checkSize(image, label, summary);
        var classes = summary.classes().keySet().stream()
                .map(name -> places.getOrDefault(name, -1))
                .sorted()
                .toList();
        return new ImageRow(image.path(), image.content(), split, label.path(), "", summary.objects(), classes);
    }

    private ImageRow masked(TreeImage image, String split) {
        var mask = layout.findMask(image).orElse(null);
        if (mask == null) {
            findings.add(FindingKind.LABEL_MISSING, image.path());
            return new ImageRow(image.path(), image.content(), split, null, "", 0, List.of());
        }
        var drawn = mask.facts();
        if (drawn.width() > 0 && image.facts().width() > 0 && !sameSize(drawn, image.facts())) {
            findings.add(FindingKind.SIZE_MISMATCH, mask.path(), sizes(drawn, image.facts()));
        }
        return new ImageRow(image.path(), image.content(), split, mask.path(), "", 1, List.of());
    }

    private static boolean sameSize(ImageFacts a, ImageFacts b) {
        return a.width() == b.width() && a.height() == b.height();
    }

    private static String sizes(ImageFacts a, ImageFacts b) {
        return "%d×%d ≠ %d×%d".formatted(a.width(), a.height(), b.width(), b.height());
    }

    private void checkSize(TreeImage image, TreeLabel label, VocSummary summary) {
        int width = image.facts().width();
        int height = image.facts().height();
        boolean stated = summary.width() > 0 && summary.height() > 0;
        if (stated && width > 0 && (summary.width() != width || summary.height() != height)) {
            var value = "%d×%d ≠ %d×%d".formatted(summary.width(), summary.height(), width, height);
            findings.add(FindingKind.SIZE_MISMATCH, label.path(), value);
        } else if (!stated && width > 0 && (summary.right() > width + 1 || summary.bottom() > height + 1)) {
            var value = "%.0f %.0f (%d×%d)".formatted(summary.right(), summary.bottom(), width, height);
            findings.add(new ContentFinding(FindingKind.BOX_OUTSIDE, 0, null, value, 1), label.path());
        }
    }
}
