package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.TreeImage;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which label file belongs to an image: the last `images` folder of its path becomes `labels`, or the label lies
/// beside it.
final class YoloPairs {
    private static final List<String> IMAGE_FOLDERS = List.of("images", "JPEGImages", "Images");

    private final DatasetTree tree;
    private final @Nullable TreeLabel[] labels;
    private int paired;

    private YoloPairs(DatasetTree tree) {
        this.tree = tree;
        this.labels = new TreeLabel[tree.images().size()];
        for (var image : tree.images()) {
            var label = pair(image).orElse(null);
            labels[image.place()] = label;
            paired += label == null ? 0 : 1;
        }
    }

    static YoloPairs of(DatasetTree tree) {
        return tree.view(YoloPairs.class, YoloPairs::new);
    }

    @Nullable
    TreeLabel label(TreeImage image) {
        return labels[image.place()];
    }

    /// How many images have a label.
    int paired() {
        return paired;
    }

    private Optional<TreeLabel> pair(TreeImage image) {
        var stem = PathWords.stem(image.path().value());
        for (var folder : IMAGE_FOLDERS) {
            int at = lastFolder(stem, folder);
            if (at >= 0) {
                var labels = folder.equals("Images") ? "Labels" : "labels";
                var swapped = stem.substring(0, at) + labels + stem.substring(at + folder.length()) + ".txt";
                var label = tree.findLabel(swapped).filter(YoloPairs::mayLabel);
                if (label.isPresent()) {
                    return label;
                }
            }
        }
        return tree.findLabel(stem + ".txt").filter(YoloPairs::mayLabel);
    }

    /// Whether the path has a folder that labels are looked for beside.
    static boolean isInImages(TreeImage image) {
        return IMAGE_FOLDERS.stream().anyMatch(folder -> lastFolder(image.path().value(), folder) >= 0);
    }

    /// Lines of words are a label too, if a broken one: the name says that a label was meant.
    private static boolean mayLabel(TreeLabel label) {
        return label.is(LabelKind.YOLO_LINES)
                || label.is(LabelKind.EMPTY)
                || label.is(LabelKind.TEXT_LINES)
                || label.is(LabelKind.BINARY);
    }

    private static int lastFolder(String path, String folder) {
        for (int at = path.lastIndexOf(folder + "/"); at >= 0; at = path.lastIndexOf(folder + "/", at - 1)) {
            if (at == 0 || path.charAt(at - 1) == '/') {
                return at;
            }
        }
        return -1;
    }
}
