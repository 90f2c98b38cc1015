package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.text.TextLines;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Darknet's `obj.data`: `key = value` lines that name lists of images and the file of names. CVAT writes whatever
/// its subsets are called (`Train`, `Validation`) for keys.
final class DarknetConfig {
    /// Keys of which the value is a text file, but no list of images.
    private static final Set<String> SETTINGS =
            Set.of("names", "labels", "backup", "results", "eval", "map", "tree", "classes", "top");

    private static final int LOOKED_AT = 20;

    private DarknetConfig() {}

    static Stream<YoloConfig> all(DatasetTree tree) {
        return tree.labels(LabelKind.TEXT_LINES).stream()
                .filter(label -> label.path().name().toLowerCase(Locale.ROOT).endsWith(".data"))
                .sorted(Comparator.comparingInt(YoloConfig::depth))
                .map(label -> of(tree, label))
                .flatMap(Optional::stream);
    }

    private static Optional<YoloConfig> of(DatasetTree tree, TreeLabel label) {
        var splits = new LinkedHashMap<String, List<String>>();
        var namesPath = "";
        for (var line : TextLines.of(label.summary()).lines()) {
            int equals = line.indexOf('=');
            var key = equals < 0 ? "" : line.substring(0, equals).strip();
            var value = line.substring(equals + 1).strip();
            if (key.equalsIgnoreCase("names")) {
                namesPath = value;
            } else if (isSplit(key, value)) {
                splits.put(key, List.of(value));
            }
        }
        if (splits.isEmpty() && namesPath.isEmpty()) {
            return Optional.empty();
        }
        var bases = Stream.of(label.folder(), "").distinct().toList();
        var names = new YoloPaths(tree, bases)
                .find(namesPath)
                .flatMap(place -> tree.findLabel(place.path()))
                .filter(file -> file.is(LabelKind.TEXT_LINES))
                .map(file -> NamesFile.of(tree, file))
                .or(() -> NamesFile.find(tree));
        var classes = names.map(NamesFile::classes).orElse(YoloConfig.ClassNumbers.NONE);
        return Optional.of(new YoloConfig(label, bases, splits, classes, 0, null));
    }

    private static boolean isSplit(String key, String value) {
        boolean setting = key.isEmpty() || value.isEmpty() || SETTINGS.contains(key.toLowerCase(Locale.ROOT));
        return !setting && (SplitNames.isSplit(key) || value.endsWith(".txt"));
    }

    /// Lists of images that are called like splits, where no config names any.
    static Optional<YoloConfig> findLists(DatasetTree tree) {
        var lists = tree.labels(LabelKind.TEXT_LINES).stream()
                .filter(DarknetConfig::isList)
                .filter(label -> listsImages(tree, label))
                .sorted(Comparator.comparingInt(YoloConfig::depth).thenComparing(TreeLabel::path))
                .toList();
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        var first = lists.getFirst();
        var folder = first.path().folder();
        Map<String, List<String>> splits = new LinkedHashMap<>();
        lists.stream()
                .filter(list -> list.path().folder().equals(folder))
                .forEach(list -> splits.put(list.stem(), List.of(list.path().name())));
        var classes = NamesFile.find(tree).map(NamesFile::classes).orElse(YoloConfig.ClassNumbers.NONE);
        return Optional.of(
                new YoloConfig(first, Stream.of(folder, "").distinct().toList(), splits, classes, 0, null));
    }

    /// Whether a file is called like the list of a split.
    static boolean isList(TreeLabel label) {
        return label.is(LabelKind.TEXT_LINES)
                && label.path().name().toLowerCase(Locale.ROOT).endsWith(".txt")
                && SplitNames.isSplit(label.stem());
    }

    private static boolean listsImages(DatasetTree tree, TreeLabel label) {
        var lines = TextLines.of(label.summary()).lines();
        var looked = lines.subList(0, Math.min(LOOKED_AT, lines.size()));
        long found = looked.stream()
                .filter(line -> ContentRole.ofName(line) == ContentRole.IMAGE)
                .filter(line ->
                        tree.findMeant(PathWords.slashes(line), label.folder()).isPresent())
                .count();
        return found * 2 > looked.size();
    }
}
