package dev.gotgan.engine.format.imagefolder;

import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.TreeImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where classes begin in a tree of folders.
final class FolderLayout {
    private static final FolderLayout NONE = new FolderLayout("", List.of(), List.of());

    private final String root;
    private final List<String> splits;
    private final List<String> classes;
    private final Set<String> known;

    private FolderLayout(String root, List<String> splits, List<String> classes) {
        this.root = root;
        this.splits = splits;
        this.classes = classes;
        this.known = Set.copyOf(classes);
    }

    static FolderLayout of(DatasetTree tree) {
        var counts = countByFolder(tree);
        var root = "";
        while (!counts.containsKey(root)) {
            var below = filled(tree, root, counts);
            boolean passage = below.size() == 1 && !SplitNames.isSplit(below.getFirst());
            if (!passage || !hasFilledFolder(tree, PathWords.join(root, below.getFirst()), counts)) {
                break;
            }
            root = PathWords.join(root, below.getFirst());
        }
        return below(tree, root, counts);
    }

    private static FolderLayout below(DatasetTree tree, String root, Map<String, Integer> counts) {
        var folders = filled(tree, root, counts);
        if (folders.isEmpty()) {
            return NONE;
        }
        boolean splits = folders.stream().allMatch(SplitNames::isSplit);
        var classes = new TreeSet<String>();
        if (splits) {
            folders.forEach(split -> classes.addAll(candidates(tree, PathWords.join(root, split))));
        } else {
            classes.addAll(candidates(tree, root));
        }
        boolean layout = classes.stream().anyMatch(PathWords::isLayout);
        boolean flat = !splits && folders.size() < 2 && classes.size() < 2;
        return layout || flat || classes.isEmpty()
                ? NONE
                : new FolderLayout(root, splits ? folders : List.of(), List.copyOf(classes));
    }

    /// Images directly or deeper in each folder that has any; folders with none are not there.
    private static Map<String, Integer> countByFolder(DatasetTree tree) {
        var counts = new HashMap<String, Integer>();
        for (var image : tree.images()) {
            counts.merge(image.path().folder(), 1, Integer::sum);
        }
        return counts;
    }

    /// Folders directly below `folder` with an image somewhere in them.
    private static List<String> filled(DatasetTree tree, String folder, Map<String, Integer> counts) {
        return candidates(tree, folder).stream()
                .filter(name -> isFilled(PathWords.join(folder, name), counts))
                .toList();
    }

    private static boolean isFilled(String folder, Map<String, Integer> counts) {
        return counts.containsKey(folder) || counts.keySet().stream().anyMatch(each -> each.startsWith(folder + "/"));
    }

    private static boolean hasFilledFolder(DatasetTree tree, String folder, Map<String, Integer> counts) {
        return !filled(tree, folder, counts).isEmpty();
    }

    private static List<String> candidates(DatasetTree tree, String folder) {
        return tree.foldersIn(folder).stream()
                .filter(name -> !name.startsWith(".") && !name.startsWith("__"))
                .toList();
    }

    /// Folders that are splits; empty where classes lie at once below the root.
    List<String> splits() {
        return splits;
    }

    /// Sorted.
    List<String> classes() {
        return classes;
    }

    boolean isNone() {
        return classes.isEmpty();
    }

    /// The image's split: empty where there are none, null where the image lies outside all.
    @Nullable
    String split(TreeImage image) {
        if (splits.isEmpty()) {
            return classOf(image) == null ? null : "";
        }
        var first = segment(image, 0);
        return first != null && splits.contains(first) ? first : null;
    }

    /// The image's class; null where it lies in none.
    @Nullable
    String classOf(TreeImage image) {
        var name = segment(image, splits.isEmpty() ? 0 : 1);
        return name != null && known.contains(name) ? name : null;
    }

    /// The folder at this depth below the root; null where the image does not lie that deep.
    private @Nullable String segment(TreeImage image, int depth) {
        var path = image.path().value();
        int from = root.isEmpty() ? 0 : root.length() + 1;
        if (!path.startsWith(root) || from > path.length()) {
            return null;
        }
        for (int i = 0; ; i++) {
            int slash = path.indexOf('/', from);
            if (slash < 0) {
                return null;
            }
            if (i == depth) {
                return path.substring(from, slash);
            }
            from = slash + 1;
        }
    }
}
