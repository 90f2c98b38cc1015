package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.text.TextLines;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file that says how a YOLO dataset is laid out, whichever it is: a data.yaml, darknet's `.data`, or only names.
///
/// @param file   where it stands; null where nothing says anything
/// @param bases  folders that its paths may be relative to, likeliest first
/// @param splits key → folders or list files, as written
/// @param names  class names by index; empty where none are given
record YoloConfig(
        @Nullable TreeLabel file,
        List<String> bases,
        Map<String, List<String>> splits,
        List<String> names,
        int keypoints) {
    private static final int MAX_NAMES = 100_000;

    static YoloConfig of(DatasetTree tree) {
        return findYaml(tree)
                .or(() -> findDarknet(tree))
                .or(() -> findNames(tree))
                .orElse(new YoloConfig(null, List.of(""), Map.of(), List.of(), 0));
    }

    boolean saysSplits() {
        return !splits.isEmpty();
    }

    private static Optional<YoloConfig> findYaml(DatasetTree tree) {
        return tree.labels(LabelKind.DATA_YAML).stream()
                .map(label -> new Read(label, DataYaml.of(label.summary())))
                .filter(read -> !read.yaml.broken())
                .filter(read ->
                        !read.yaml.names().isEmpty() || !read.yaml.splits().isEmpty())
                .min(Comparator.comparing((Read read) -> read.yaml.names().isEmpty())
                        .thenComparing(read -> read.yaml.splits().isEmpty())
                        .thenComparingInt(read -> depth(read.label))
                        .thenComparing(read -> read.label.path()))
                .map(YoloConfig::of);
    }

    private record Read(TreeLabel label, DataYaml yaml) {}

    private static YoloConfig of(Read read) {
        var folder = read.label.path().folder();
        var below = PathWords.join(folder, read.yaml.path().replaceFirst("^\\./", ""));
        var bases = read.yaml.path().isEmpty() ? List.of(folder, "") : List.of(below, folder, "");
        return new YoloConfig(
                read.label,
                bases.stream().distinct().toList(),
                read.yaml.splits(),
                read.yaml.names(),
                read.yaml.keypoints());
    }

    private static Optional<YoloConfig> findDarknet(DatasetTree tree) {
        return tree.labels(LabelKind.TEXT_LINES).stream()
                .filter(label -> label.path().name().toLowerCase(Locale.ROOT).endsWith(".data"))
                .sorted(Comparator.comparingInt(YoloConfig::depth))
                .map(label -> darknet(tree, label))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<YoloConfig> darknet(DatasetTree tree, TreeLabel label) {
        var settings = new LinkedHashMap<String, String>();
        for (var line : TextLines.of(label.summary()).lines()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                settings.put(
                        line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        line.substring(equals + 1).strip());
            }
        }
        if (!settings.containsKey("train") && !settings.containsKey("names")) {
            return Optional.empty();
        }
        var splits = new LinkedHashMap<String, List<String>>();
        for (var key : List.of("train", "valid", "val", "test")) {
            var value = settings.getOrDefault(key, "");
            if (!value.isEmpty()) {
                splits.put(key, List.of(value));
            }
        }
        var bases = List.of(label.path().folder(), "").stream().distinct().toList();
        var names = new YoloPaths(tree, bases)
                .find(settings.getOrDefault("names", ""))
                .flatMap(place -> tree.findLabel(place.path()))
                .map(YoloConfig::names)
                .or(() -> findNames(tree).map(YoloConfig::names))
                .orElse(List.of());
        return Optional.of(new YoloConfig(label, bases, splits, names, 0));
    }

    private static Optional<YoloConfig> findNames(DatasetTree tree) {
        return tree.labels(LabelKind.TEXT_LINES).stream()
                .filter(YoloConfig::isNamesFile)
                .min(Comparator.comparingInt(YoloConfig::depth).thenComparing(TreeLabel::path))
                .map(label -> new YoloConfig(label, List.of(label.path().folder()), Map.of(), names(label), 0));
    }

    private static boolean isNamesFile(TreeLabel label) {
        var name = label.path().name().toLowerCase(Locale.ROOT);
        return name.endsWith(".names")
                || name.equals("classes.txt")
                || name.equals("class_names.txt")
                || name.equals("_darknet.labels")
                || name.equals("predefined_classes.txt");
    }

    private static List<String> names(TreeLabel label) {
        var lines = TextLines.of(label.summary()).lines();
        return lines.size() > MAX_NAMES ? List.of() : lines;
    }

    private static int depth(TreeLabel label) {
        return (int) label.path().value().chars().filter(c -> c == '/').count();
    }
}
