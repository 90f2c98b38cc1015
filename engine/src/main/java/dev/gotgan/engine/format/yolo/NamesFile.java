package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.text.ClassNames;
import dev.gotgan.engine.format.text.TextLines;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A file with a class name per line: darknet's `obj.names`, Roboflow's `_darknet.labels`, LabelImg's `classes.txt`.
///
/// @param names    by index
/// @param findings of the file: names that can do harm
record NamesFile(TreeLabel file, List<String> names, List<ContentFinding> findings) {
    private static final int MAX_NAMES = 100_000;
    private static final List<String> USUAL = List.of(
            "classes.txt",
            "class_names.txt",
            "predefined_classes.txt",
            "class.txt",
            "names.txt",
            "label_list.txt",
            "labels.txt");

    /// The one nearest to the root, and of several there the one most likely meant.
    static Optional<NamesFile> find(DatasetTree tree) {
        return tree.view(First.class, each -> new First(all(each).findFirst().orElse(null)))
                .find();
    }

    private record First(@Nullable NamesFile file) {
        Optional<NamesFile> find() {
            return Optional.ofNullable(file);
        }
    }

    /// The same file for every config that names it, read once.
    static NamesFile of(DatasetTree tree, TreeLabel label) {
        return tree.view(Read.class, each -> new Read(new HashMap<>())).files.computeIfAbsent(label, NamesFile::of);
    }

    private record Read(Map<TreeLabel, NamesFile> files) {}

    static Stream<NamesFile> all(DatasetTree tree) {
        return tree.labels(LabelKind.TEXT_LINES).stream()
                .filter(label -> rank(label) >= 0)
                .sorted(Comparator.comparingInt(YoloConfig::depth)
                        .thenComparingInt(NamesFile::rank)
                        .thenComparing(TreeLabel::path))
                .map(NamesFile::of)
                .filter(NamesFile::isPlausible);
    }

    static NamesFile of(TreeLabel label) {
        var text = TextLines.of(label.summary());
        var log = new FindingLog();
        var names = new ArrayList<String>();
        for (var line : text.lines()) {
            names.add(ClassNames.keep(line, names.size() + 1, log));
        }
        return new NamesFile(
                label,
                names,
                Stream.concat(text.findings().stream(), log.findings().stream()).toList());
    }

    YoloConfig.ClassNumbers classes() {
        return new YoloConfig.ClassNumbers(names, names.size(), file);
    }

    YoloConfig config() {
        return new YoloConfig(file, List.of(file.path().folder()), Map.of(), classes(), 0, null);
    }

    private boolean isPlausible() {
        return names.size() <= MAX_NAMES && names.stream().noneMatch(NamesFile::isImage);
    }

    private static boolean isImage(String line) {
        return ContentRole.ofName(line) == ContentRole.IMAGE;
    }

    private static int rank(TreeLabel label) {
        var name = label.path().name().toLowerCase(Locale.ROOT);
        return name.endsWith(".names") || name.endsWith(".labels") ? 0 : USUAL.indexOf(name);
    }
}
