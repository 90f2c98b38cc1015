package dev.gotgan.engine.format.tree;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.label.LabelKind;
import java.util.List;
import java.util.Objects;

/// What a dataset is while nothing labels it: every readable image counts.
public final class UnknownFormat implements DatasetFormat {
    @Override
    public Format name() {
        return Format.UNKNOWN;
    }

    @Override
    public Evidence weigh(DatasetTree tree) {
        return Evidence.NOTHING;
    }

    @Override
    public Assembly assemble(DatasetTree tree, AnalysisHint hint) {
        var findings = new DatasetFindings();
        var masks = MaskPairs.of(tree);
        boolean split =
                tree.images().stream().allMatch(image -> tree.findSplit(image).isPresent());
        var rows = tree.images().stream()
                .filter(TreeImage::readable)
                .filter(image -> !masks.isMask(image.path().value()))
                .map(image -> row(image, split ? tree.findSplit(image).orElse("") : ""))
                .toList();
        if (!rows.isEmpty()) {
            findings.addOfDataset(FindingKind.LABEL_NONE, "", rows.size());
            reportUnread(tree, findings);
            masks.folders().forEach(folder -> findings.addOfDataset(FindingKind.MASKS_UNREAD, folder + "/", 1));
        }
        if (tree.images().isEmpty()) {
            reportOrphans(tree, findings);
        }
        var task = Objects.requireNonNullElse(hint.taskType(), TaskType.UNKNOWN);
        var classes = Objects.requireNonNullElse(hint.classNames(), List.<String>of());
        return new Assembly(task, classes, rows, masks.masks(), findings.list());
    }

    /// Somebody who sees "nothing labels these" beside a table of labels wants to know that it was seen.
    private static void reportUnread(DatasetTree tree, DatasetFindings findings) {
        tree.tables().forEach(table -> findings.add(FindingKind.LABELS_UNREAD, table, table.name()));
        for (var label : tree.labels()) {
            if (label.is(LabelKind.JSON_OTHER) || label.is(LabelKind.XML_OTHER)) {
                findings.add(
                        FindingKind.LABELS_UNREAD, label.path(), label.path().name());
            }
        }
    }

    /// Empty label files say that nothing is on images which are not there.
    private static void reportOrphans(DatasetTree tree, DatasetFindings findings) {
        for (var label : tree.labels(LabelKind.EMPTY)) {
            if (ContentRole.of(label.path()) == ContentRole.TEXT) {
                findings.add(FindingKind.LABEL_ORPHAN, label.path());
            }
        }
    }

    private static ImageRow row(TreeImage image, String split) {
        return new ImageRow(image.path(), image.content(), split, null, "", 0, List.of());
    }
}
