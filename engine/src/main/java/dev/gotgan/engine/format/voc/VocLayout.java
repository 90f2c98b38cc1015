package dev.gotgan.engine.format.voc;

import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.TreeImage;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who belongs to whom in a VOC tree: annotations, images, masks.
final class VocLayout {
    private static final Pattern MASKS = Pattern.compile("(?i)(^|/)Segmentation(Class|Object)/");

    private final DatasetTree tree;
    private final Map<TreeImage, TreeLabel> labelOf = new LinkedHashMap<>();
    private final Map<TreeImage, TreeImage> maskOf = new LinkedHashMap<>();
    private final Set<String> orphans = new HashSet<>();

    private VocLayout(DatasetTree tree) {
        this.tree = tree;
        for (var label : tree.labels(LabelKind.VOC_XML)) {
            pair(label);
        }
        for (var image : tree.images()) {
            if (isMask(image)) {
                tree.findByStem(image.stem(), folderOfImages(image), VocLayout::isPicture)
                        .ifPresent(picture -> maskOf.putIfAbsent(picture, image));
            }
        }
    }

    static VocLayout of(DatasetTree tree) {
        return tree.view(VocLayout.class, VocLayout::new);
    }

    /// The XML's own name is believed first; the name inside it is often that of another machine.
    private void pair(TreeLabel label) {
        var folder = label.path().folder();
        var own = tree.findByStem(label.stem(), folder, VocLayout::isPicture);
        var image = own.or(() -> named(label)
                .flatMap(name -> tree.findByStem(PathWords.stem(PathWords.name(name)), folder, VocLayout::isPicture)));
        if (image.isEmpty() || labelOf.putIfAbsent(image.get(), label) != null) {
            orphans.add(label.path().value());
        }
    }

    private static Optional<String> named(TreeLabel label) {
        var name = VocSummary.of(label.summary()).fileName().replace('\\', '/');
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static String folderOfImages(TreeImage mask) {
        return PathWords.join(PathWords.folder(mask.path().folder()), "JPEGImages");
    }

    /// Whether an image is a mask by the folder that it lies in.
    static boolean isMask(TreeImage image) {
        var path = image.path().value();
        return MASKS.matcher(path).find();
    }

    static boolean isPicture(TreeImage image) {
        return !isMask(image);
    }

    Optional<TreeLabel> findLabel(TreeImage image) {
        return Optional.ofNullable(labelOf.get(image));
    }

    Optional<TreeImage> findMask(TreeImage image) {
        return Optional.ofNullable(maskOf.get(image));
    }

    int labelled() {
        return labelOf.size();
    }

    int masked() {
        return maskOf.size();
    }

    boolean isOrphan(TreeLabel label) {
        return orphans.contains(label.path().value());
    }

    /// Folders in which some image has a label or a mask.
    Set<String> folders() {
        var folders = new HashSet<String>();
        labelOf.keySet().forEach(image -> folders.add(image.path().folder()));
        maskOf.keySet().forEach(image -> folders.add(image.path().folder()));
        return folders;
    }
}
