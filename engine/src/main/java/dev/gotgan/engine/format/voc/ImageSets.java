package dev.gotgan.engine.format.voc;

import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.text.TextLines;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.SplitTable;
import dev.gotgan.engine.format.tree.TreeImage;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lists under `ImageSets`: a file per split, an image name per line.
///
/// `ImageSets/Main` also holds a list per class and split (`cat_train.txt`, with -1, 0 or 1 behind each name); those
/// say nothing new where plain lists stand beside them.
final class ImageSets {
    private static final List<String> OF_BOXES = List.of("main", "imagesets", "segmentation", "layout", "action");
    private static final List<String> OF_MASKS = List.of("segmentation", "main", "imagesets", "layout", "action");
    /// CVAT's list of everything is no split.
    private static final String DEFAULT = "default";

    private static final Pattern PER_CLASS = Pattern.compile("\\S+\\s+(-1|0|1)");
    private static final Pattern UNION = Pattern.compile("trainval.*|all|default");

    private final DatasetTree tree;
    private final DatasetFindings findings;

    ImageSets(DatasetTree tree, DatasetFindings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    /// The split of every image that a list names. Masks have lists of their own, shorter than those of boxes.
    SplitTable assign(boolean byMasks) {
        var lists = lists(byMasks ? OF_MASKS : OF_BOXES);
        var splits = new SplitTable(tree);
        // unions such as trainval come last: they keep only what no split of their own names
        lists.keySet().stream()
                .sorted(Comparator.comparing(ImageSets::isUnion).thenComparing(SplitNames.NATURAL))
                .forEach(split -> lists.getOrDefault(split, List.of()).forEach(file -> take(split, file, splits)));
        return splits;
    }

    private static boolean isUnion(String split) {
        return UNION.matcher(split).matches();
    }

    private Map<String, List<TreeLabel>> lists(List<String> folders) {
        for (var folder : folders) {
            var found = listsIn(folder);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Map.of();
    }

    private Map<String, List<TreeLabel>> listsIn(String folder) {
        var plain = new TreeMap<String, List<TreeLabel>>(SplitNames.NATURAL);
        var perClass = new TreeMap<String, List<TreeLabel>>(SplitNames.NATURAL);
        for (var label : tree.labels()) {
            if (!isList(label, folder)) {
                continue;
            }
            var name = label.stem();
            if (isPerClass(label)) {
                var split = name.substring(name.lastIndexOf('_') + 1);
                perClass.computeIfAbsent(split, s -> new ArrayList<>()).add(label);
            } else {
                plain.computeIfAbsent(name, s -> new ArrayList<>()).add(label);
            }
        }
        return plain.isEmpty() ? perClass : plain;
    }

    private static boolean isList(TreeLabel label, String folder) {
        var lies = label.folder().toLowerCase(Locale.ROOT);
        return PathWords.name(lies).equals(folder)
                && List.of(lies.split("/", -1)).contains("imagesets")
                && (label.is(LabelKind.TEXT_LINES) || label.is(LabelKind.EMPTY));
    }

    private static boolean isPerClass(TreeLabel label) {
        var lines = TextLines.of(label.summary()).lines();
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> PER_CLASS.matcher(line).matches());
    }

    private void take(String split, TreeLabel list, SplitTable splits) {
        var text = TextLines.of(list.summary());
        findings.addAll(text.findings(), list.path());
        boolean perClass = isPerClass(list);
        int number = 0;
        int taken = 0;
        String other = "";
        for (var line : text.lines()) {
            number++;
            var id = perClass ? line.substring(0, firstSpace(line)) : line;
            if (id.isEmpty()) {
                continue;
            }
            var image = findImage(id, list);
            image = image == null ? findImage(id.substring(0, firstSpace(id)), list) : image;
            if (image == null) {
                findings.add(new ContentFinding(FindingKind.IMAGE_MISSING, number, null, id, 1), list.path());
                continue;
            }
            var before = splits.putIfAbsent(image, split.equals(DEFAULT) ? "" : split);
            taken += before == null ? 1 : 0;
            other = before == null ? other : before;
        }
        if (taken == 0 && !other.isEmpty() && !other.equals(split) && !isUnion(split)) {
            findings.add(FindingKind.SPLIT_SAME, list.path(), other + ", " + split);
        }
    }

    private @Nullable TreeImage findImage(String id, TreeLabel list) {
        var path = id.replace('\\', '/');
        var images = PathWords.join(base(list.path().folder()), "JPEGImages");
        var near = PathWords.join(images, PathWords.folder(path));
        var name = PathWords.name(path);
        return tree.findByStem(name, near, VocLayout::isPicture)
                .or(() -> tree.findByStem(PathWords.stem(name), near, VocLayout::isPicture))
                .orElse(null);
    }

    /// The folder that `ImageSets` lies in.
    private static String base(String folder) {
        int at = folder.toLowerCase(Locale.ROOT).lastIndexOf("imagesets");
        return at <= 0 ? "" : folder.substring(0, at - 1);
    }

    private static int firstSpace(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isWhitespace(line.charAt(i))) {
                return i;
            }
        }
        return line.length();
    }
}
