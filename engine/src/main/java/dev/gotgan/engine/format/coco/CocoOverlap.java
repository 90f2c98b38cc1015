package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.format.coco.json.CocoSummary.Image;
import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.tree.SplitNames;
import java.util.ArrayList;
import java.util.List;

/// What one file says of images that another file, or an entry of its own, spoke of before.
final class CocoOverlap {
    private final CocoFile file;
    private final boolean believed;
    private final List<ImageRow> otherSplits = new ArrayList<>();
    private String firstOther = "";
    private long spare;

    CocoOverlap(CocoFile file, boolean believed) {
        this.file = file;
        this.believed = believed;
    }

    void add(ImageRow before, Image image, DatasetFindings findings) {
        var label = before.label();
        if (label != null && label.equals(file.label().path())) {
            findings.add(FindingKind.IMAGE_LISTED_TWICE, label, image.fileName());
            return;
        }
        spare += image.objects();
        firstOther = firstOther.isEmpty() && label != null ? label.value() : firstOther;
        if (believed && !file.isUnion() && !SplitNames.meanTheSame(before.split(), file.split())) {
            otherSplits.add(before);
        }
    }

    /// A file that adds no image repeats a split on purpose; one that adds some has let a few images leak.
    void report(boolean adds, DatasetFindings findings) {
        if (!adds && !otherSplits.isEmpty()) {
            var value = "%s, %s".formatted(otherSplits.getFirst().split(), file.split());
            findings.add(
                    ContentFinding.of(FindingKind.SPLIT_SAME, value, otherSplits.size()),
                    file.label().path());
        } else {
            for (var row : otherSplits) {
                findings.add(FindingKind.SPLIT_LEAK, row.path(), "%s, %s".formatted(row.split(), file.split()));
            }
        }
        if (spare > 0) {
            findings.add(
                    ContentFinding.of(FindingKind.LABEL_SPARE, firstOther, spare),
                    file.label().path());
        }
    }
}
