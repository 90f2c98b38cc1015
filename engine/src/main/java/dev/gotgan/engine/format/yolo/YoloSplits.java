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
    /// How many of many names a finding says.
    private static final int SAID = 20;

    private final DatasetTree tree;
    private final YoloPairs pairs;
    private final YoloConfig config;
    private final DatasetFindings findings;
    private final SplitTable splits;
    private final Map<TreeLabel, String> lists = new HashMap<>();
    private final List<String> absent = new ArrayList<>();
    private final Set<String> foreign = new HashSet<>();
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
        var named = new ArrayList<>(List.of(config.path()));
        var declared = YoloConfig.all(tree).stream()
                .filter(YoloConfig::isDeclared)
                .filter(other -> !other.folder().isEmpty())
                .toList();
        var unreached = declared.isEmpty() ? Set.<String>of() : foldersUnreached();
        for (var other : declared) {
            if (unreached.contains(other.folder()) && isAnother(other)) {
                foreign.add(other.folder());
                named.add(other.path());
            }
        }
        if (!foreign.isEmpty()) {
            var said = String.join(", ", named.subList(0, Math.min(SAID, named.size())));
            findings.addOfDataset(FindingKind.DATASETS_SEVERAL, said, named.size());
        }
    }

    private boolean isAnother(YoloConfig other) {
        var paths = new YoloPaths(tree, other.bases());
        return !(config.folder() + "/").startsWith(other.folder() + "/")
                && other.splits().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(source -> paths.find(source).isPresent());
    }

    /// Folders with an image in them or deeper that no split has.
    private Set<String> foldersUnreached() {
        var folders = new HashSet<String>();
        for (var image : tree.images()) {
            if (!splits.reaches(image)) {
                for (var folder : PathWords.upwards(image.folder())) {
                    if (!folders.add(folder)) {
                        break; // and so is every folder above
                    }
                }
            }
        }
        return folders;
    }

    private boolean isForeign(TreeImage image) {
        return !foreign.isEmpty() && PathWords.upwards(image.folder()).stream().anyMatch(foreign::contains);
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

    /// Split folders that the config does not name, but that lie like those it does, or hold labelled images.
    private void takeUnlisted(List<Source> named) {
        var alike = new HashSet<String>();
        named.forEach(source -> alike.add(source.form()));
        var within = config.folder().isEmpty() ? "" : config.folder() + "/";
        var unlisted = new TreeMap<String, Integer>();
        for (var image : tree.images()) {
            var path = image.path().value();
            if (splits.reaches(image) || !path.startsWith(within) || isForeign(image)) {
                continue;
            }
            var split = tree.findSplit(image);
            boolean belongs = pairs.label(image) != null || alike.contains(form(image.folder()));
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
                labelled.add(image.folder());
            }
        }
        for (var image : tree.images()) {
            var split = tree.findSplit(image);
            var folder = image.folder();
            boolean belongs = labelled.contains(folder) || split.isPresent() || YoloPairs.isInImages(image);
            if (belongs && !PathWords.isHidden(folder)) {
                splits.putIfAbsent(image, split.orElse(""));
            }
        }
    }
}
