package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.coco.CocoFile.Role;
import dev.gotgan.engine.format.coco.CocoSummary.Image;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.TreeImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads one tree as a COCO dataset: of the files about one split, the one that says most is believed, the others only
/// add images.
final class CocoAssembly {
    private static final double NEARLY_ALL = 0.9;

    private final DatasetTree tree;
    private final AnalysisHint hint;
    private final DatasetFindings findings = new DatasetFindings();
    private final CocoClasses classes = new CocoClasses(findings);
    private final Map<TreeImage, ImageRow> rows = new HashMap<>();
    private long objects;
    private long masks;
    private long keypoints;
    private long shared;

    CocoAssembly(DatasetTree tree, AnalysisHint hint) {
        this.tree = tree;
        this.hint = hint;
    }

    Assembly assemble() {
        var files = new ArrayList<CocoFile>();
        for (var label : tree.labels(LabelKind.COCO_JSON)) {
            var file = CocoFile.of(label);
            findings.addAll(file.summary().findings(), label.path());
            if (!file.summary().broken()) {
                files.add(file);
            }
        }
        var role = files.stream()
                .map(CocoFile::role)
                .min(Comparator.naturalOrder())
                .orElse(Role.IMAGES);
        files.sort(Comparator.comparing((CocoFile file) -> file.role() != role)
                .thenComparing(CocoFile::role)
                .thenComparing(file -> file.label().path()));
        for (var file : files) {
            take(file, file.role() == role);
        }
        if (shared > 0) {
            findings.addOfDataset(FindingKind.SPLIT_SAME, "", shared);
        }
        var inOrder = tree.images().stream()
                .filter(rows::containsKey)
                .filter(TreeImage::readable)
                .map(rows::get)
                .toList();
        return new Assembly(task(), renamed(), inOrder, Set.of(), findings.list());
    }

    private void take(CocoFile file, boolean believed) {
        var places = new CocoPlaces(tree, file);
        var split = file.split();
        var common = believed ? classes.add(file.summary().categories()) : new int[0];
        for (var image : file.summary().images()) {
            var found = places.find(image.fileName());
            if (found.isEmpty()) {
                findings.add(FindingKind.IMAGE_MISSING, file.label().path(), image.fileName());
                continue;
            }
            take(file, image, found.get(), split, common);
        }
        if (believed) {
            objects += file.summary().shapes().objects();
            masks += file.summary().shapes().masks();
            keypoints += file.summary().shapes().keypoints();
        }
    }

    private void take(CocoFile file, Image image, TreeImage found, String split, int[] common) {
        boolean believed = common.length > 0;
        var before = rows.get(found);
        if (before != null) {
            shared += before.split().equals(split) ? 0 : 1;
            return;
        }
        var ids = believed
                ? image.classes().stream()
                        .map(place -> common[place])
                        .distinct()
                        .sorted()
                        .toList()
                : List.<Integer>of();
        int count = believed ? image.objects() : 0;
        var label = believed ? file.label().path() : null;
        var ref = believed ? image.ref() : "";
        rows.put(found, new ImageRow(found.path(), found.content(), split, label, ref, count, ids));
        checkSize(file, image, found);
    }

    private void checkSize(CocoFile file, Image image, TreeImage found) {
        int width = found.facts().width();
        int height = found.facts().height();
        boolean stated = image.width() > 0 && image.height() > 0 && width > 0;
        if (stated && (image.width() != width || image.height() != height)) {
            var value = "%s: %d×%d ≠ %d×%d".formatted(image.fileName(), image.width(), image.height(), width, height);
            findings.add(FindingKind.SIZE_MISMATCH, file.label().path(), value);
        }
    }

    private TaskType task() {
        var chosen = hint.taskType();
        boolean allowed = chosen != null
                && switch (chosen) {
                    case OBJECT_DETECTION -> true;
                    case INSTANCE_SEGMENTATION -> masks > 0;
                    case KEYPOINT_DETECTION -> keypoints > 0;
                    default -> objects == 0;
                };
        if (chosen != null && allowed) {
            return chosen;
        }
        if (objects == 0) {
            return TaskType.UNKNOWN;
        }
        if (keypoints * 2 > objects) {
            return TaskType.KEYPOINT_DETECTION;
        }
        if (masks > objects * NEARLY_ALL) {
            return TaskType.INSTANCE_SEGMENTATION;
        }
        if (masks > 0) {
            findings.addOfDataset(FindingKind.SHAPES_MIXED, TaskType.OBJECT_DETECTION.wire(), masks);
        }
        return TaskType.OBJECT_DETECTION;
    }

    /// Chosen names go by the place of the category, where there are as many.
    private List<String> renamed() {
        var chosen = hint.classNames();
        if (chosen == null || chosen.isEmpty() || chosen.equals(classes.names())) {
            return classes.names();
        }
        if (chosen.size() != classes.names().size()) {
            var value = "%d, %d".formatted(chosen.size(), classes.names().size());
            findings.addOfDataset(FindingKind.CLASS_NAMES_HINT, value, 1);
            return classes.names();
        }
        return chosen;
    }
}
