package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The file that says how a YOLO dataset is laid out, whichever it is: a data.yaml, darknet's `.data`, lists of images,
/// or only names.
///
/// @param file     where it stands; null where nothing says anything
/// @param bases    folders that its paths may be relative to, likeliest first
/// @param splits   key → folders or list files, as written
/// @param lostPath a data.yaml's `path` that is no folder of the dataset; null where it is, or there is none
record YoloConfig(
        @Nullable TreeLabel file,
        List<String> bases,
        Map<String, List<String>> splits,
        ClassNumbers classes,
        int keypoints,
        @Nullable String lostPath) {

    /// What is known of the classes.
    ///
    /// @param names by index; empty where none are given
    /// @param count how many there are; -1 where nothing says it
    /// @param file  the file of names, if that is a file of its own
    record ClassNumbers(
            List<String> names, int count, @Nullable TreeLabel file) {
        static final ClassNumbers NONE = new ClassNumbers(List.of(), -1, null);
    }

    /// The best config of the tree.
    static YoloConfig of(DatasetTree tree) {
        return all(tree).getFirst();
    }

    /// Every config that says where splits are, the best first; or else one that says less.
    static List<YoloConfig> all(DatasetTree tree) {
        return tree.view(All.class, All::of).configs;
    }

    private record All(List<YoloConfig> configs) {
        static All of(DatasetTree tree) {
            return new All(read(tree));
        }
    }

    private static List<YoloConfig> read(DatasetTree tree) {
        var said = Stream.concat(yamls(tree), DarknetConfig.all(tree)).toList();
        var all = new ArrayList<>(said.stream().filter(YoloConfig::saysSplits).toList());
        if (all.isEmpty()) {
            var names = said.stream().findFirst().or(() -> NamesFile.find(tree).map(NamesFile::config));
            all.add(DarknetConfig.findLists(tree).or(() -> names).orElse(nothing()));
        }
        return all;
    }

    private static YoloConfig nothing() {
        return new YoloConfig(null, List.of(""), Map.of(), ClassNumbers.NONE, 0, null);
    }

    List<String> names() {
        return classes.names();
    }

    boolean saysSplits() {
        return !splits.isEmpty();
    }

    /// Whether a file made for it says where the splits are, and not only lists that happen to be there.
    boolean isDeclared() {
        return file != null && saysSplits() && !DarknetConfig.isList(file);
    }

    private static Stream<YoloConfig> yamls(DatasetTree tree) {
        return tree.labels(LabelKind.DATA_YAML).stream()
                .map(label -> new Read(label, DataYaml.of(label.summary())))
                .filter(read -> !read.yaml.broken())
                .filter(read ->
                        !read.yaml.names().isEmpty() || !read.yaml.splits().isEmpty())
                .sorted(Comparator.comparing((Read read) -> read.yaml.names().isEmpty())
                        .thenComparing(read -> read.yaml.splits().isEmpty())
                        .thenComparingInt(read -> depth(read.label))
                        .thenComparing(read -> read.label.path()))
                .map(read -> of(tree, read));
    }

    private record Read(TreeLabel label, DataYaml yaml) {}

    private static YoloConfig of(DatasetTree tree, Read read) {
        var yaml = read.yaml;
        var folder = read.label.folder();
        var below = yaml.path().isBlank()
                ? Optional.<String>empty()
                : YoloPaths.resolve(folder, yaml.path()).filter(tree::hasFolder);
        var bases =
                Stream.concat(below.stream(), Stream.of(folder, "")).distinct().toList();
        var lost = yaml.path().isBlank() || below.isPresent() ? null : yaml.path();
        var classes = yaml.names().isEmpty()
                ? NamesFile.find(tree).map(NamesFile::classes).orElse(new ClassNumbers(List.of(), yaml.nc(), null))
                : new ClassNumbers(yaml.names(), yaml.names().size(), null);
        return new YoloConfig(read.label, bases, yaml.splits(), classes, yaml.keypoints(), lost);
    }

    static int depth(TreeLabel label) {
        return (int) label.path().value().chars().filter(c -> c == '/').count();
    }

    /// The folder that the config speaks of.
    String folder() {
        var at = bases.getFirst();
        return file == null ? at : PathWords.commonFolder(at, file.path().folder());
    }

    String path() {
        return file == null ? "" : file.path().value();
    }
}
