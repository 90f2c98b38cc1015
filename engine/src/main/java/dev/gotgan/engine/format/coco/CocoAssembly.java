package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.format.coco.CocoFiles.Placed;
import dev.gotgan.engine.format.coco.json.CocoSummary.Image;
import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.TreeImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one tree as a COCO dataset: of several files about one image, the one to trust most is believed, the others
/// only add images.
final class CocoAssembly {
    private final DatasetTree tree;
    private final AnalysisHint hint;
    private final DatasetFindings findings = new DatasetFindings();
    private final CocoClasses classes = new CocoClasses(findings);
    private final @Nullable ImageRow[] rows;
    private final CocoTask shapes;

    CocoAssembly(DatasetTree tree, AnalysisHint hint) {
        this.tree = tree;
        this.hint = hint;
        this.rows = new ImageRow[tree.images().size()];
        this.shapes = new CocoTask(CocoFiles.of(tree).role());
    }

    Assembly assemble() {
        var files = CocoFiles.of(tree);
        files.files()
                .forEach(each -> findings.addAll(
                        each.file().summary().findings(), each.file().label().path()));
        files.byTrust().forEach(each -> take(each, each.file().role() == files.role()));
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
    private void take(Placed placed, boolean believed) {
        var file = placed.file();
        var places = new CocoPlaces(tree, file);
        var overlap = new CocoOverlap(file, believed);
        int[] common = {};
        boolean adds = false;
        long alike = 0;
        for (int i = 0; i < placed.images().size(); i++) {
            var image = file.summary().images().get(i);
            var place = placed.images().get(i).orElse(null);
            if (place == null) {
                reportMissing(file, places, image);
                continue;
            }
            alike += place.exact() ? 0 : 1;
            var before = rows[place.image().place()];
            if (before != null) {
                overlap.add(before, image, findings);
                continue;
            }
            if (believed && !adds) {
                common = classes.add(file.summary().categories());
                shapes.add(file.summary().shapes());
            }
            adds = true;
            rows[place.image().place()] =
                    believed ? row(file, image, place.image(), common) : unlabelled(place.image(), file.split());
            checkSize(file, image, place.image());
        }
        if (believed && placed.images().isEmpty()) {
            classes.add(file.summary().categories());
        }
        overlap.report(adds, findings);
        if (alike > 0) {
            findings.add(
                    ContentFinding.of(FindingKind.PATH_RECOVERED, firstAlike(placed), alike),
                    file.label().path());
        }
    }

    private static String firstAlike(Placed placed) {
        for (int i = 0; i < placed.images().size(); i++) {
            var place = placed.images().get(i);
            if (place.isPresent() && !place.get().exact()) {
                var written = placed.file().summary().images().get(i).fileName();
                return "%s → %s".formatted(written, place.get().image().path());
            }
        }
        return "";
    }

    private void reportMissing(CocoFile file, CocoPlaces places, Image image) {
        boolean out = places.leadsOut(image.fileName());
        findings.add(
                out ? FindingKind.FILE_NAME_UNSAFE : FindingKind.IMAGE_MISSING,
                file.label().path(),
                image.fileName());
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

    /// Pictures among the annotations that no file lists hold the pixels of segments.
    private Set<String> masks() {
        return tree.images().stream()
                .filter(image -> rows[image.place()] == null && CocoPlaces.isMask(image))
                .map(image -> image.path().value())
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
