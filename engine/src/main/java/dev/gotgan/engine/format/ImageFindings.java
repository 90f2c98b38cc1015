package dev.gotgan.engine.format;

import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.TreeImage;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is wrong or odd about images, whatever the format: unreadable, outside, twice, in two splits.
final class ImageFindings {
    private static final Map<ImageFacts.Kind, Set<String>> ENDINGS = Map.of(
            ImageFacts.Kind.JPEG, Set.of("jpg", "jpeg", "jpe", "jfif"),
            ImageFacts.Kind.PNG, Set.of("png"),
            ImageFacts.Kind.GIF, Set.of("gif"),
            ImageFacts.Kind.BMP, Set.of("bmp", "dib"),
            ImageFacts.Kind.WEBP, Set.of("webp"),
            ImageFacts.Kind.TIFF, Set.of("tif", "tiff"),
            ImageFacts.Kind.AVIF, Set.of("avif"),
            ImageFacts.Kind.HEIC, Set.of("heic", "heif"));

    private final DatasetTree tree;
    private final Assembly assembly;
    private final DatasetFindings findings;

    ImageFindings(DatasetTree tree, Assembly assembly, DatasetFindings findings) {
        this.tree = tree;
        this.assembly = assembly;
        this.findings = findings;
    }

    void report() {
        var counted = new BitSet();
        var folders = new HashSet<String>();
        boolean turnable = assembly.taskType() != TaskType.IMAGE_CLASSIFICATION;
        long turned = 0;
        for (var row : assembly.rows()) {
            var image = tree.findImage(row.path().value()).orElseThrow();
            counted.set(image.place());
            folders.add(image.folder());
            turned += turnable && row.objects() > 0 && image.facts().orientation() != 1 ? 1 : 0;
        }
        for (var image : tree.images()) {
            if (isDrawing(image) && !folders.isEmpty() && !folders.contains(image.folder())) {
                findings.add(FindingKind.IMAGE_OUTSIDE, image.path());
                continue;
            }
            reportContent(image);
            boolean mask = assembly.aside().contains(image.path().value());
            if (image.readable() && !mask && !counted.get(image.place())) {
                findings.add(FindingKind.IMAGE_OUTSIDE, image.path());
            }
        }
        if (turned > 0) {
            findings.addOfDataset(FindingKind.IMAGE_TURNED, "", turned);
        }
        reportTwice();
        reportUnused();
    }

    /// An SVG: a logo of the README or an icon, unless it lies among images.
    private static boolean isDrawing(TreeImage image) {
        return ContentRole.ending(image.path().value()).equals("svg")
                && FindingKind.IMAGE_UNSUPPORTED.wire().equals(image.facts().error());
    }

    private void reportContent(TreeImage image) {
        var facts = image.facts();
        addIfAny(facts.error(), image);
        addIfAny(facts.notice(), image);
        var ending = ContentRole.ending(image.path().value());
        var usual = ENDINGS.get(facts.kind());
        if (usual != null && !usual.contains(ending)) {
            findings.add(
                    FindingKind.IMAGE_WRONG_ENDING, image.path(), facts.kind().wire());
        }
    }

    private void addIfAny(@Nullable String kind, TreeImage image) {
        if (kind != null) {
            FindingKind.find(kind).ifPresent(known -> findings.add(known, image.path()));
        }
    }

    private void reportTwice() {
        var first = new HashMap<Object, ImageRow>();
        long repeated = 0;
        for (var row : assembly.rows()) {
            var other = first.putIfAbsent(row.sha256(), row);
            if (other == null) {
                continue;
            }
            if (SplitNames.meanTheSame(other.split(), row.split())) {
                repeated++;
            } else {
                findings.add(FindingKind.SPLIT_LEAK, row.path(), "%s, %s".formatted(other.path(), row.path()));
            }
        }
        if (repeated > 0) {
            findings.addOfDataset(FindingKind.IMAGE_REPEATED, "", repeated);
        }
    }

    private void reportUnused() {
        var used = new HashSet<Integer>();
        for (var row : assembly.rows()) {
            used.addAll(row.classes());
        }
        if (used.isEmpty() || assembly.taskType() == TaskType.IMAGE_CLASSIFICATION) {
            return; // nothing is labelled, or the empty folder is a finding of its own
        }
        var classes = assembly.classes();
        List<String> unused = IntStream.range(0, classes.size())
                .filter(place -> !used.contains(place))
                .mapToObj(classes::get)
                .toList();
        if (!unused.isEmpty()) {
            findings.addOfDataset(FindingKind.CLASS_UNUSED, String.join(", ", unused), unused.size());
        }
    }
}
