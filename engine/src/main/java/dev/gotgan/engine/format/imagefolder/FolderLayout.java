package dev.gotgan.engine.format.imagefolder;

import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.TreeImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where classes begin in a tree of folders.
final class FolderLayout {
    private static final FolderLayout NONE = new FolderLayout("", List.of(), List.of(), List.of());

    private final String root;
    private final List<String> splits;
    private final List<String> classes;
    private final List<String> siblings;
    private final Set<String> known;
    private final Set<String> knownSplits;

    private FolderLayout(String root, List<String> splits, List<String> classes, List<String> siblings) {
        this.root = root;
        this.splits = splits;
        this.classes = classes;
        this.siblings = siblings;
        this.known = Set.copyOf(classes);
        this.knownSplits = Set.copyOf(splits);
    }

    static FolderLayout of(DatasetTree tree) {
        return tree.view(FolderLayout.class, each -> new Search(each).layout());
    }

    /// Folders that are splits; empty where classes lie at once below the root.
    List<String> splits() {
        return splits;
    }

    /// Sorted.
    List<String> classes() {
        return classes;
    }

    /// Classes that are called like splits and hold folders as splits do, beside others; empty where none are.
    List<String> siblings() {
        return siblings;
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
        return first != null && knownSplits.contains(first) ? first : null;
    }

    /// The image's class; null where it lies in none.
    @Nullable
    String classOf(TreeImage image) {
        var name = segment(image, splits.isEmpty() ? 0 : 1);
        return name != null && known.contains(name) ? name : null;
    }

    /// The folder at this depth below the root; null where the image does not lie that deep, or in a hidden folder:
    /// those hold what an editor keeps of images, not images.
    private @Nullable String segment(TreeImage image, int depth) {
        var folder = image.folder();
        int from = root.isEmpty() ? 0 : root.length() + 1;
        if (!(folder + "/").startsWith(root.isEmpty() ? "" : root + "/") || from > folder.length()) {
            return null;
        }
        var segments = List.of(folder.substring(from).split("/", -1));
        return depth < segments.size() && segments.stream().noneMatch(FolderLayout::isHidden)
                ? segments.get(depth)
                : null;
    }

    private static boolean isHidden(String folder) {
        return folder.startsWith(".") || folder.startsWith("__");
    }

    /// Looks for the folder below which splits or classes begin.
    private static final class Search {
        private final DatasetTree tree;
        private final Set<String> withImages = new HashSet<>();
        /// With an image in them or deeper.
        private final Set<String> filled = new HashSet<>();
        /// With label files in them: where there are no images either, they are no classes but the labels of others.
        private final Set<String> labels = new HashSet<>();

        Search(DatasetTree tree) {
            this.tree = tree;
            for (var image : tree.images()) {
                var folder = image.folder();
                if (withImages.add(folder)) {
                    for (var at = folder; !at.isEmpty() && filled.add(at); at = PathWords.folder(at)) {
                        // every folder above is filled too
                    }
                }
            }
            for (var label : tree.labels()) {
                if (label.is(LabelKind.YOLO_LINES) || label.is(LabelKind.VOC_XML) || label.is(LabelKind.COCO_JSON)) {
                    labels.add(label.folder());
                }
            }
        }

        FolderLayout layout() {
            var root = "";
            while (!withImages.contains(root)) {
                var below = filledIn(root);
                boolean passage = below.size() == 1 && !SplitNames.isSplit(below.getFirst());
                if (!passage || filledIn(PathWords.join(root, below.getFirst())).isEmpty()) {
                    break;
                }
                root = PathWords.join(root, below.getFirst());
            }
            return below(root);
        }

        private FolderLayout below(String root) {
            var folders = filledIn(root);
            var splits = folders.stream()
                    .filter(SplitNames::isSplit)
                    .sorted(SplitNames.NATURAL)
                    .toList();
            boolean split = !folders.isEmpty() && splits.size() == folders.size();
            var classes = new TreeSet<String>();
            for (var above : split ? splits : List.of("")) {
                var folder = PathWords.join(root, above);
                classesIn(folder).forEach(classes::add);
            }
            boolean any = split
                    ? splits.stream().anyMatch(each -> hasFilledClass(PathWords.join(root, each)))
                    : folders.size() > 1 && hasFilledClass(root);
            if (!any || classes.size() < 2) {
                return NONE;
            }
            var alike = split ? List.<String>of() : likeSplits(root, splits);
            return new FolderLayout(root, split ? splits : List.of(), List.copyOf(classes), alike);
        }

        private List<String> likeSplits(String root, List<String> splits) {
            return splits.stream()
                    .filter(each -> !filledIn(PathWords.join(root, each)).isEmpty())
                    .toList();
        }

        private boolean hasFilledClass(String folder) {
            return filledIn(folder).stream().anyMatch(name -> !PathWords.isLayout(name));
        }

        private List<String> classesIn(String folder) {
            return tree.foldersIn(folder).stream()
                    .filter(name -> !isHidden(name) && !PathWords.isLayout(name))
                    .filter(name -> isClass(PathWords.join(folder, name)))
                    .toList();
        }

        private boolean isClass(String folder) {
            return filled.contains(folder) || !labels.contains(folder);
        }

        private List<String> filledIn(String folder) {
            return tree.foldersIn(folder).stream()
                    .filter(name -> !isHidden(name) && filled.contains(PathWords.join(folder, name)))
                    .toList();
        }
    }
}
