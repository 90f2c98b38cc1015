package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.format.coco.CocoFile.Role;
import dev.gotgan.engine.format.coco.CocoSummary.Image;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.TreeImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one tree as a COCO dataset: of the files about one split, the one that says most is believed, the others only
/// add images.
final class CocoAssembly {
    private static final Pattern MASKS = Pattern.compile("(?i)(^|/)(annotations|panoptic[^/]*)/");

    private final DatasetTree tree;
    private final AnalysisHint hint;
    private final DatasetFindings findings = new DatasetFindings();
    private final CocoClasses classes = new CocoClasses(findings);
    private final @Nullable ImageRow[] rows;
    private final CocoTask shapes = new CocoTask();
    private long shared;

    CocoAssembly(DatasetTree tree, AnalysisHint hint) {
        this.tree = tree;
        this.hint = hint;
        this.rows = new ImageRow[tree.images().size()];
    }

    Assembly assemble() {
        var files = new ArrayList<CocoFile>();
        for (var file : CocoFiles.of(tree)) {
            findings.addAll(file.summary().findings(), file.label().path());
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
        var inOrder = new ArrayList<ImageRow>();
        for (var image : tree.images()) {
            var row = rows[image.place()];
            if (row != null && image.readable()) {
                inOrder.add(row);
            }
        }
        return new Assembly(shapes.decide(hint.taskType(), findings), renamed(), inOrder, masks(), findings.list());
    }

    /// Takes a file's images. A file that adds none adds no classes either: it says again what another said before.
    private void take(CocoFile file, boolean believed) {
        var places = new CocoPlaces(tree, file);
        var split = file.split();
        int[] common = {};
        boolean adds = false;
        for (var image : file.summary().images()) {
            var found = places.find(image.fileName());
            if (found.isEmpty()) {
                findings.add(FindingKind.IMAGE_MISSING, file.label().path(), image.fileName());
                continue;
            }
            var before = rows[found.get().place()];
            if (before != null) {
                shared += before.split().equals(split) ? 0 : 1;
                continue;
            }
            if (believed && !adds) {
                common = classes.add(file.summary().categories());
                shapes.add(file.summary().shapes());
            }
            adds = true;
            rows[found.get().place()] =
                    believed ? row(file, image, found.get(), common) : unlabelled(found.get(), split);
            checkSize(file, image, found.get());
        }
        if (believed && file.summary().images().isEmpty()) {
            classes.add(file.summary().categories());
        }
    }

    private static ImageRow row(CocoFile file, Image image, TreeImage found, int[] common) {
        var ids = image.classes().stream()
                .map(place -> common[place])
                .distinct()
                .sorted()
                .toList();
        var label = file.label().path();
        return new ImageRow(found.path(), found.content(), file.split(), label, image.ref(), image.objects(), ids);
    }

    private static ImageRow unlabelled(TreeImage found, String split) {
        return new ImageRow(found.path(), found.content(), split, null, "", 0, List.of());
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

    /// Pictures among the annotations hold the pixels of panoptic segments.
    private Set<String> masks() {
        return tree.images().stream()
                .filter(image -> rows[image.place()] == null)
                .map(image -> image.path().value())
                .filter(path -> MASKS.matcher(path).find())
                .collect(Collectors.toSet());
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
