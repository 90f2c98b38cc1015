package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.text.TextLines;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.SplitTable;
import dev.gotgan.engine.format.tree.TreeImage;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which images a YOLO dataset reaches, and the split of each: first those that its config names, then [the
/// rest][YoloUnlisted].
final class YoloSplits {
    /// How many of many names a finding says.
    static final int SAID = 20;

    private final DatasetTree tree;
    private final YoloPairs pairs;
    private final YoloConfig config;
    private final DatasetFindings findings;
    private final SplitTable splits;
    private final Map<TreeLabel, String> lists = new HashMap<>();
    private final List<String> absent = new ArrayList<>();
    private boolean found;

    YoloSplits(DatasetTree tree, YoloPairs pairs, YoloConfig config, DatasetFindings findings) {
        this.tree = tree;
        this.pairs = pairs;
        this.config = config;
        this.findings = findings;
        this.splits = new SplitTable(tree);
    }

    SplitTable assign() {
        var folders = new ArrayList<Source>();
        for (var split : config.splits().entrySet()) {
            for (var written : split.getValue()) {
                source(split.getKey(), written, folders);
            }
        }
        reportAbsent();
        folders.sort(Comparator.comparingInt(source -> -source.path.length()));
        takeFolders(folders);
        new YoloUnlisted(tree, pairs, config, findings, splits)
                .take(folders.stream().map(Source::path).toList());
        return splits;
    }

    /// List files that were read: they are no labels.
    Set<TreeLabel> lists() {
        return lists.keySet();
    }

    /// A split's folder.
    private record Source(String key, String path) {
        /// The name that the folders themselves use, if it means the same as the key.
        String name() {
            return SplitNames.findIn(path)
                    .filter(folder -> SplitNames.meanTheSame(folder, key))
                    .orElse(key);
        }
    }

    private void source(String key, String written, List<Source> folders) {
        var place = new YoloPaths(tree, config.bases()).find(written);
        if (place.isEmpty() && SplitNames.meanTheSame(key, "test") && !YoloPaths.isAddress(written)) {
            absent.add(key + ": " + written);
            return;
        }
        if (place.isEmpty()) {
            report(missing(written), key + ": " + written);
            return;
        }
        found = true;
        if (!place.get().exact()) {
            report(
                    FindingKind.PATH_RECOVERED,
                    "%s: %s → %s".formatted(key, written, place.get().path()));
        }
        var image = tree.findImage(place.get().path());
        if (image.isPresent()) {
            splits.putIfAbsent(image.get(), key);
            return;
        }
        var list = tree.findLabel(place.get().path());
        if (list.isPresent()) {
            takeList(key, list.get());
        } else {
            folders.add(new Source(key, place.get().path()));
        }
    }

    /// Tools write a line for the test images whether there are any or not: that is no mistake where the rest is there.
    private void reportAbsent() {
        for (var each : absent) {
            report(found ? FindingKind.SPLIT_ABSENT : missing(each.substring(each.indexOf(' ') + 1)), each);
        }
        if (config.lostPath() != null && found) {
            report(FindingKind.PATH_RECOVERED, "path: " + config.lostPath());
        }
    }

    private static FindingKind missing(String written) {
        if (YoloPaths.isAddress(written)) {
            return FindingKind.PATH_URL;
        }
        return YoloPaths.leadsOut(written) ? FindingKind.PATH_OUTSIDE : FindingKind.PATH_MISSING;
    }

    private void report(FindingKind kind, String value) {
        var file = config.file();
        if (file != null) {
            findings.add(kind, file.path(), value);
        }
    }

    /// The images in a folder that splits name: the first of those splits takes what no deeper folder has taken.
    private static final class Claim {
        private final Source first;
        private final String name;
        private final Set<String> names = new LinkedHashSet<>();
        private int taken;

        Claim(Source first) {
            this.first = first;
            this.name = first.name();
        }

        void take(TreeImage image, SplitTable splits) {
            var before = splits.putIfAbsent(image, name);
            taken += before == null ? 1 : 0;
            names.add(before == null ? name : before);
        }

        boolean isVain(Source source) {
            return !source.equals(first) || taken == 0;
        }
    }

    /// Gives each image to the innermost of the folders, once over all images: a config may name very many folders.
    private void takeFolders(List<Source> sources) {
        var claims = new HashMap<String, Claim>();
        sources.forEach(source -> claims.computeIfAbsent(source.path, path -> new Claim(source)));
        var upwards = new PathWords.Upwards();
        for (var image : claims.isEmpty() ? List.<TreeImage>of() : tree.images()) {
            var path = image.path().value();
            for (var folder : upwards.of(image.folder())) {
                var claim = claims.get(folder);
                if (claim != null && !PathWords.isHidden(path.substring(folder.isEmpty() ? 0 : folder.length() + 1))) {
                    claim.take(image, splits);
                }
            }
        }
        for (var source : sources) {
            var claim = claims.get(source.path);
            if (claim != null && claim.isVain(source)) {
                reportSame(claim.names, source.name());
            }
        }
    }

    private void reportSame(Set<String> names, String name) {
        var others =
                names.stream().filter(other -> !other.equals(name)).limit(SAID).toList();
        if (!others.isEmpty()) {
            report(FindingKind.SPLIT_SAME, String.join(", ", others) + ", " + name);
        }
    }

    private void takeList(String key, TreeLabel list) {
        var before = lists.put(list, key);
        if (before != null || !list.is(LabelKind.TEXT_LINES)) {
            reportSame(before, key);
            return;
        }
        int number = 0;
        int taken = 0;
        String other = "";
        for (var line : TextLines.of(list.summary()).lines()) {
            number++;
            if (line.isEmpty()) {
                continue;
            }
            var image = findListed(line, list.path().folder());
            if (image.isEmpty()) {
                findings.add(new ContentFinding(FindingKind.IMAGE_MISSING, number, null, line, 1), list.path());
            } else {
                var first = splits.putIfAbsent(image.get(), key);
                taken += first == null ? 1 : 0;
                other = first == null ? other : first;
            }
        }
        reportSame(taken == 0 ? other : null, key);
    }

    /// A line of a list: a path that was true on somebody's disk, or only the name of the image without its ending.
    private Optional<TreeImage> findListed(String line, String folder) {
        var meant = tree.findMeant(PathWords.slashes(line), folder);
        return meant.isPresent() || !ContentRole.ending(line).isEmpty() ? meant : tree.findByStem(line, folder);
    }

    private void reportSame(@Nullable String first, String second) {
        if (first != null && !first.isEmpty() && !first.equals(second)) {
            report(FindingKind.SPLIT_SAME, first + ", " + second);
        }
    }
}
