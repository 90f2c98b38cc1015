package dev.gotgan.engine.format.imagefolder;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.text.ClassNames;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetFormat;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/// A folder per class. There is no label file: where an image lies is its label.
public final class ImageFolderFormat implements DatasetFormat {
    @Override
    public Format name() {
        return Format.IMAGEFOLDER;
    }

    @Override
    public Evidence weigh(DatasetTree tree) {
        var layout = FolderLayout.of(tree);
        if (layout.isNone()) {
            return Evidence.NOTHING;
        }
        long inClass = tree.images().stream()
                .filter(image -> layout.classOf(image) != null)
                .count();
        double share = (double) inClass / tree.images().size();
        double base = layout.splits().isEmpty() ? 0.4 : 0.45;
        var splits = layout.splits().isEmpty() ? "no splits" : "the splits " + String.join(", ", layout.splits());
        var evidence = Evidence.of(
                base * Math.min(1, 2 * share) + 0.53 * share,
                "%d of %d images lie in one of %d class folders"
                        .formatted(
                                inClass, tree.images().size(), layout.classes().size()),
                splits);
        return hasOtherLabels(tree)
                ? evidence.weakened(0.5, "there are label files, which no class folder needs")
                : evidence;
    }

    private static boolean hasOtherLabels(DatasetTree tree) {
        long perImage = tree.labels().stream()
                .filter(label -> label.is(LabelKind.YOLO_LINES) || label.is(LabelKind.VOC_XML))
                .count();
        return perImage * 2 > tree.images().size()
                || tree.labels().stream()
                        .anyMatch(label -> label.is(LabelKind.DATA_YAML) || label.is(LabelKind.COCO_JSON));
    }

    @Override
    public Assembly assemble(DatasetTree tree, AnalysisHint hint) {
        var findings = new DatasetFindings();
        var layout = FolderLayout.of(tree);
        var places = new HashMap<String, Integer>();
        layout.classes().forEach(name -> places.put(name, places.size()));
        var filled = new HashSet<String>();
        var labelled = new HashSet<String>();
        var rows = new ArrayList<ImageRow>();
        for (var image : tree.images()) {
            var split = layout.split(image);
            if (split == null || !image.readable()) {
                continue;
            }
            var name = layout.classOf(image);
            if (name == null) {
                rows.add(new ImageRow(image.path(), image.content(), split, null, "", 0, List.of()));
            } else {
                filled.add(name);
                labelled.add(split);
                var place = List.of(places.getOrDefault(name, 0));
                rows.add(new ImageRow(image.path(), image.content(), split, null, "", 1, place));
            }
        }
        reportClasses(layout, filled, findings);
        reportUnlabelled(rows, labelled, findings);
        if (!layout.siblings().isEmpty()) {
            findings.addOfDataset(FindingKind.SPLIT_SIBLINGS, String.join(", ", layout.siblings()), 1);
        }
        return new Assembly(
                TaskType.IMAGE_CLASSIFICATION, renamed(layout, hint, findings), rows, Set.of(), findings.list());
    }

    /// An image in no class; of a split without any, all of them at once.
    private static void reportUnlabelled(List<ImageRow> rows, Set<String> labelled, DatasetFindings findings) {
        var whole = new TreeMap<String, Integer>();
        for (var row : rows) {
            if (row.objects() == 0 && labelled.contains(row.split())) {
                findings.add(FindingKind.LABEL_MISSING, row.path());
            } else if (row.objects() == 0) {
                whole.merge(row.split(), 1, Integer::sum);
            }
        }
        whole.forEach((split, count) -> findings.addOfDataset(FindingKind.SPLIT_UNLABELLED, split, count));
    }

    private static void reportClasses(FolderLayout layout, Set<String> filled, DatasetFindings findings) {
        var lower = new HashMap<String, String>();
        var log = new FindingLog();
        for (var name : layout.classes()) {
            if (!filled.contains(name)) {
                findings.addOfDataset(FindingKind.CLASS_EMPTY, name, 1);
            }
            var twin = lower.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (twin != null) {
                findings.addOfDataset(FindingKind.CLASS_TWINS, twin + ", " + name, 1);
            }
            ClassNames.keep(name, 0, log);
        }
        log.findings().forEach(unsafe -> findings.addAll(List.of(unsafe.ofDataset())));
    }

    private static List<String> renamed(FolderLayout layout, AnalysisHint hint, DatasetFindings findings) {
        var chosen = hint.classNames();
        if (chosen == null || chosen.isEmpty() || chosen.equals(layout.classes())) {
            return layout.classes();
        }
        if (chosen.size() != layout.classes().size()) {
            var value = "%d, %d".formatted(chosen.size(), layout.classes().size());
            findings.addOfDataset(FindingKind.CLASS_NAMES_HINT, value, 1);
            return layout.classes();
        }
        return chosen;
    }
}
