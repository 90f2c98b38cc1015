package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.Namesakes;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.TreeImage;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which label file belongs to an image: the last `images` folder of its path becomes `labels`, or the label lies
/// beside it. Where it lies in neither place, a name that only one label has still says whose it is.
final class YoloPairs {
    private static final List<String> IMAGE_FOLDERS = List.of("images", "JPEGImages", "Images", "IMAGES");

    private final DatasetTree tree;
    private final @Nullable TreeLabel[] labels;
    private final Set<TreeLabel> taken = new HashSet<>();
    private final List<TreeLabel> elsewhere = new ArrayList<>();
    private int paired;

    private YoloPairs(DatasetTree tree) {
        this.tree = tree;
        this.labels = new TreeLabel[tree.images().size()];
        for (var image : tree.images()) {
            pair(image).ifPresent(label -> put(image, label));
        }
        pairByName();
    }

    private void put(TreeImage image, TreeLabel label) {
        labels[image.place()] = label;
        taken.add(label);
        paired += label.is(LabelKind.EMPTY) || hasObjects(label) ? 1 : 0;
    }

    static YoloPairs of(DatasetTree tree) {
        return tree.view(YoloPairs.class, YoloPairs::new);
    }

    @Nullable
    TreeLabel label(TreeImage image) {
        return labels[image.place()];
    }

    /// Lines of KITTI's or of captions lie beside images too, but hold no object.
    private static boolean hasObjects(TreeLabel label) {
        return label.is(LabelKind.YOLO_LINES) && YoloSummary.hasObjects(label.summary());
    }

    /// How many images have a label that says something, if only that nothing is there.
    int paired() {
        return paired;
    }

    /// Labels that lie where no trainer looks for them.
    List<TreeLabel> elsewhere() {
        return elsewhere;
    }

    private void pairByName() {
        var free = new Namesakes<>(TreeLabel::path);
        for (var label : tree.labels(LabelKind.YOLO_LINES)) {
            if (!taken.contains(label) && hasObjects(label)) {
                free.add(label.stem(), label);
            }
        }
        if (free.isEmpty()) {
            return;
        }
        for (var image : tree.images()) {
            if (labels[image.place()] == null) {
                var namesakes = free.near(image.stem(), image.folder(), "");
                nearest(image, namesakes).ifPresent(label -> {
                    put(image, label);
                    elsewhere.add(label);
                });
            }
        }
    }

    /// The one label nearest to the image; none where two are equally near, or it is another's already.
    private Optional<TreeLabel> nearest(TreeImage image, List<TreeLabel> candidates) {
        TreeLabel best = null;
        int bestNear = -1;
        for (var label : candidates) {
            var folder = label.folder();
            var other = image.folder();
            int near = PathWords.commonBeginning(folder, other) + PathWords.commonEnd(folder, other);
            best = near > bestNear ? label : near == bestNear ? null : best;
            bestNear = Math.max(near, bestNear);
        }
        return Optional.ofNullable(best).filter(label -> !taken.contains(label));
    }

    private Optional<TreeLabel> pair(TreeImage image) {
        var stem = PathWords.stem(image.path().value());
        for (var folder : IMAGE_FOLDERS) {
            int at = lastFolder(stem, folder);
            if (at >= 0) {
                var swapped = stem.substring(0, at) + labelsFor(folder) + stem.substring(at + folder.length()) + ".txt";
                var label = tree.findLabel(swapped).filter(YoloPairs::mayLabel);
                if (label.isPresent()) {
                    return label;
                }
            }
        }
        return tree.findLabel(stem + ".txt").filter(YoloPairs::mayLabel);
    }

    private static String labelsFor(String images) {
        return switch (images) {
            case "Images" -> "Labels";
            case "IMAGES" -> "LABELS";
            default -> "labels";
        };
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
