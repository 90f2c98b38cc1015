package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.Namesakes;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.TreeImage;
import dev.gotgan.engine.format.tree.TreeLabel;
import dev.gotgan.engine.format.yolo.line.YoloSummary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which label file belongs to an image: the last `images` folder of its path becomes `labels`, or the label lies
/// beside it. Where it lies in neither place, a name that only one label has still says whose it is.
final class YoloPairs {
    private static final List<String> IMAGE_FOLDERS = List.of("images", "JPEGImages", "Images", "IMAGES");

    private final DatasetTree tree;
    private final @Nullable TreeLabel[] labels;
    private final BitSet taken = new BitSet();
    private final List<TreeLabel> elsewhere = new ArrayList<>();
    private int paired;
    private String lastFolder = "";
    private List<String> labelFolders = labelFolders("");

    private YoloPairs(DatasetTree tree) {
        this.tree = tree;
        this.labels = new TreeLabel[tree.images().size()];
        for (var image : tree.images()) {
            var label = pair(image);
            if (label != null) {
                put(image, label);
            }
        }
        pairByName();
    }

    private void put(TreeImage image, TreeLabel label) {
        labels[image.place()] = label;
        taken.set(label.place());
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
            if (!taken.get(label.place()) && hasObjects(label)) {
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
        return Optional.ofNullable(best).filter(label -> !taken.get(label.place()));
    }

    /// Looks where a label would lie: beside `images` in `labels`, or beside the image.
    private @Nullable TreeLabel pair(TreeImage image) {
        var path = image.path().value();
        var folder = image.folder();
        if (!folder.equals(lastFolder)) {
            lastFolder = folder;
            labelFolders = labelFolders(folder);
        }
        var name = PathWords.stem(path).substring(folder.isEmpty() ? 0 : folder.length() + 1) + ".txt";
        for (var each : labelFolders) {
            var label = tree.findLabel(each + name).orElse(null);
            if (label != null && mayLabel(label)) {
                return label;
            }
        }
        return null;
    }

    /// Where the labels of a folder's images may lie, with a `/` at the end, likeliest first.
    private static List<String> labelFolders(String images) {
        var path = images.isEmpty() ? "" : images + "/";
        var folders = new ArrayList<String>();
        for (var word : IMAGE_FOLDERS) {
            int at = lastFolder(path, word);
            if (at >= 0) {
                folders.add(path.substring(0, at) + labelsFor(word) + path.substring(at + word.length()));
            }
        }
        folders.add(path);
        return folders;
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
