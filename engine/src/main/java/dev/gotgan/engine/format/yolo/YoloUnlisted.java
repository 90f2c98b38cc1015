package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.SplitTable;
import dev.gotgan.engine.format.tree.TreeImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The images that no split of the config reaches: some belong to the dataset all the same, since their folders
/// lie beside those of its splits or hold labels, and some to another dataset in the same tree.
final class YoloUnlisted {
    private final DatasetTree tree;
    private final YoloPairs pairs;
    private final YoloConfig config;
    private final DatasetFindings findings;
    private final SplitTable splits;
    private final Set<String> foreign = new HashSet<>();

    /// @param splits what the config's splits have taken; the others are added to it
    YoloUnlisted(DatasetTree tree, YoloPairs pairs, YoloConfig config, DatasetFindings findings, SplitTable splits) {
        this.tree = tree;
        this.pairs = pairs;
        this.config = config;
        this.findings = findings;
        this.splits = splits;
    }

    /// @param named the folders of the config's splits
    void take(List<String> named) {
        findOthers();
        if (splits.isEmpty()) {
            takeWhatIsLabelled();
        } else {
            takeAlike(named);
        }
    }

    /// Another config with images of its own is another dataset.
    private void findOthers() {
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
            var said = String.join(", ", named.subList(0, Math.min(YoloSplits.SAID, named.size())));
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

    /// Split folders that the config does not name, but that lie like those it does, or hold labelled images.
    private void takeAlike(List<String> named) {
        var alike = new HashSet<String>();
        named.forEach(folder -> alike.add(form(folder)));
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
