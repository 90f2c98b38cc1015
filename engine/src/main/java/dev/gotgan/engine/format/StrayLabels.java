package dev.gotgan.engine.format;

import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.label.SummaryJson;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Labels of formats that were not chosen: a broken one is said all the same, since it may be why it was not chosen.
final class StrayLabels {
    private static final Pattern COCO_NAME =
            Pattern.compile("(?!.*createml).*(coco|instances|annotation|captions|keypoints).*");

    private static final Set<String> VOC_FOLDERS = Set.of("annotations", "annotation", "annots");

    private final Format chosen;
    private final DatasetFindings findings;

    StrayLabels(Format chosen, DatasetFindings findings) {
        this.chosen = chosen;
        this.findings = findings;
    }

    void report(DatasetTree tree) {
        for (var label : tree.labels()) {
            switch (label.kind()) {
                case DATA_YAML -> reportUnless(Format.YOLO, label);
                case VOC_XML -> reportUnless(Format.PASCAL_VOC, label);
                case COCO_JSON -> reportUnless(Format.COCO, label);
                case JSON_OTHER, EMPTY -> json(label);
                case XML_OTHER -> xml(label);
                default -> {}
            }
        }
    }

    private void reportUnless(Format own, TreeLabel label) {
        if (chosen == own) {
            return;
        }
        for (var finding : SummaryJson.read(label.summary(), (name, value) -> {})) {
            if (chosen == Format.UNKNOWN || finding.kind().severity() == Severity.ERROR) {
                findings.add(finding, label.path());
            }
        }
    }

    /// A JSON where COCO's would be, that is none.
    private void json(TreeLabel label) {
        if (ContentRole.of(label.path()) != ContentRole.JSON || !isWhereCocoWouldBe(label)) {
            return;
        }
        var broken = SummaryJson.read(label.summary(), (name, value) -> {});
        findings.addAll(broken, label.path());
        boolean nothingElse = chosen == Format.UNKNOWN || chosen == Format.COCO;
        if (broken.isEmpty() && nothingElse) {
            var missing = ContentFinding.of(FindingKind.JSON_SHAPE, "images, annotations, categories");
            findings.add(missing, label.path());
        }
    }

    /// An XML where VOC's would be, that is none.
    private void xml(TreeLabel label) {
        var folder = PathWords.name(label.folder()).toLowerCase(Locale.ROOT);
        boolean nothingElse = chosen == Format.UNKNOWN || chosen == Format.PASCAL_VOC;
        if (VOC_FOLDERS.contains(folder) && nothingElse) {
            findings.addAll(SummaryJson.read(label.summary(), (name, value) -> {}), label.path());
        }
    }

    private static boolean isWhereCocoWouldBe(TreeLabel label) {
        var folder = PathWords.name(label.folder()).toLowerCase(Locale.ROOT);
        return folder.equals("annotations")
                || COCO_NAME
                        .matcher(label.path().name().toLowerCase(Locale.ROOT))
                        .matches();
    }
}
