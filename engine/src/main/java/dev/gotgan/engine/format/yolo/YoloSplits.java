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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which images a YOLO dataset reaches, and the split of each.
final class YoloSplits {
    private final DatasetTree tree;
    private final YoloPairs pairs;
    private final YoloConfig config;
    private final DatasetFindings findings;
    private final SplitTable splits;
    private final Map<TreeLabel, String> lists = new HashMap<>();
    private final List<String> absent = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
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
        folders.forEach(this::takeFolder);
        reportOthers();
        if (splits.isEmpty()) {
            takeWhatIsLabelled();
        } else {
            takeUnlisted(folders);
        }
        return splits;
    }

    /// List files that were read: they are no labels.
    Set<TreeLabel> lists() {
        return lists.keySet();
    }

    /// A split's folder.
    private record Source(String key, String path) {
        /// What the folders of other splits look like.
        String form() {
            return YoloSplits.form(path);
        }

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

    /// Another config with images of its own is another dataset.
    private void reportOthers() {
        var named = new StringBuilder(config.path());
        for (var other : YoloConfig.all(tree)) {
            if (other.isDeclared() && hasOwnImages(other)) {
                foreign.add(other.folder() + "/");
                named.append(", ").append(other.path());
            }
        }
        if (!foreign.isEmpty()) {
            findings.addOfDataset(FindingKind.DATASETS_SEVERAL, named.toString(), foreign.size() + 1L);
        }
    }

    private boolean hasOwnImages(YoloConfig other) {
        var prefix = other.folder() + "/";
        var paths = new YoloPaths(tree, other.bases());
        return !other.folder().isEmpty()
                && other.splits().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(source -> paths.find(source).isPresent())
                && !(config.folder() + "/").startsWith(prefix)
                && tree.images().stream()
                        .anyMatch(image -> image.path().value().startsWith(prefix) && !splits.reaches(image));
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

    private void takeFolder(Source source) {
        var prefix = source.path.isEmpty() ? "" : source.path + "/";
        var name = source.name();
        var others = new LinkedHashSet<String>();
        int taken = 0;
        for (var image : tree.images()) {
            var path = image.path().value();
            if (path.startsWith(prefix) && !PathWords.isHidden(path.substring(prefix.length()))) {
                var other = splits.putIfAbsent(image, name);
                taken += other == null ? 1 : 0;
                if (other != null && !other.equals(name)) {
                    others.add(other);
                }
            }
        }
        if (taken == 0 && !others.isEmpty()) {
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

    /// Split folders that the config does not name, but that lie like those it does, or hold labelled images.
    private void takeUnlisted(List<Source> named) {
        var alike = new HashSet<String>();
        named.forEach(source -> alike.add(source.form()));
        var within = config.folder().isEmpty() ? "" : config.folder() + "/";
        var unlisted = new TreeMap<String, Integer>();
        for (var image : tree.images()) {
            var path = image.path().value();
            if (splits.reaches(image)
                    || !path.startsWith(within)
                    || foreign.stream().anyMatch(path::startsWith)) {
                continue;
            }
            var split = tree.findSplit(image);
            boolean belongs = pairs.label(image) != null
                    || alike.contains(form(image.path().folder()));
            if (split.isPresent() && belongs) {
                splits.putIfAbsent(image, split.get());
                unlisted.merge(split.get(), 1, Integer::sum);
            }
        }
        unlisted.forEach((name, count) -> findings.addOfDataset(FindingKind.SPLIT_UNLISTED, name, count));
    }

    /// A folder with `*` for its split.
    private static String form(String folder) {
        var split = SplitNames.findIn(folder);
        return split.isEmpty()
                ? folder
                : ("/" + folder + "/").replaceFirst(Pattern.quote("/" + split.get() + "/"), "/*/");
    }

    /// Nothing says where images are: those count that lie with labelled ones, in `images`, or in a split.
    private void takeWhatIsLabelled() {
        var labelled = new HashSet<String>();
        for (var image : tree.images()) {
            if (pairs.label(image) != null) {
                labelled.add(image.path().folder());
            }
        }
        for (var image : tree.images()) {
            var split = tree.findSplit(image);
            var folder = image.path().folder();
            boolean belongs = labelled.contains(folder) || split.isPresent() || YoloPairs.isInImages(image);
            if (belongs && !PathWords.isHidden(folder)) {
                splits.putIfAbsent(image, split.orElse(""));
            }
        }
    }
}
