package dev.gotgan.engine.format.voc;

import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.TreeImage;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who belongs to whom in a VOC tree: annotations, images, masks.
final class VocLayout {
    private static final Pattern MASKS = Pattern.compile("(?i)(^|/)Segmentation(Class|Object)(/|$)");

    private final DatasetTree tree;
    private final Map<TreeImage, TreeLabel> labelOf = new LinkedHashMap<>();
    private final Map<TreeImage, TreeImage> maskOf = new LinkedHashMap<>();
    private final Set<String> orphans = new HashSet<>();
    private final Set<String> masks = new HashSet<>();

    private VocLayout(DatasetTree tree) {
        this.tree = tree;
        var labels = tree.labels(LabelKind.VOC_XML);
        var homeless =
                labels.stream().filter(label -> !take(label, findAtHome(label))).toList();
        var strangers =
                homeless.stream().filter(label -> !take(label, findFree(label))).toList();
        strangers.stream()
                .filter(label -> !take(label, findNamed(label)))
                .forEach(label -> orphans.add(label.path().value()));
        for (var image : tree.images()) {
            if (isMask(image)) {
                masks.add(PathWords.name(image.folder()).toLowerCase(Locale.ROOT));
                tree.findByStem(image.stem(), folderOfImages(image), VocLayout::isPicture)
                        .ifPresent(picture -> maskOf.putIfAbsent(picture, image));
            }
        }
    }

    static VocLayout of(DatasetTree tree) {
        return tree.view(VocLayout.class, VocLayout::new);
    }

    private boolean take(TreeLabel label, Optional<TreeImage> image) {
        return image.isPresent() && labelOf.putIfAbsent(image.get(), label) == null;
    }

    /// The image of the XML's own name, which is believed first, where images of its folder lie: beside it, or in a
    /// folder that differs only in words such as `Annotations` and `JPEGImages`.
    private Optional<TreeImage> findAtHome(TreeLabel label) {
        var folder = label.folder();
        var home = PathWords.withoutLayout(folder);
        return tree.findByStem(
                label.stem(),
                folder,
                image -> isPicture(image)
                        && PathWords.withoutLayout(image.folder()).equals(home));
    }

    /// The same anywhere, if no other label has it; but a file named like the image of another split is a coincidence.
    private Optional<TreeImage> findFree(TreeLabel label) {
        var folder = label.folder();
        var split = SplitNames.findIn(folder).orElse("");
        return tree.findByStem(label.stem(), folder, image -> isFree(image, split))
                .or(() -> tree.findByStem(
                        PathWords.stem(label.stem()),
                        folder,
                        image -> isFree(image, split) && image.path().name().equals(label.stem())));
    }

    /// The image that the XML names inside: often that of another machine, so it is asked last.
    private Optional<TreeImage> findNamed(TreeLabel label) {
        var inside = VocSummary.of(label.summary()).fileName().replace('\\', '/');
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        var folder = label.folder();
        var split = SplitNames.findIn(folder).orElse("");
        var name = PathWords.name(inside);
        return tree.findByStem(name, folder, image -> isFree(image, split))
                .or(() -> tree.findByStem(PathWords.stem(name), folder, image -> isFree(image, split)));
    }

    private boolean isFree(TreeImage image, String split) {
        var other = SplitNames.findIn(image.folder()).orElse("");
        boolean near = split.isEmpty() || other.isEmpty() || SplitNames.meanTheSame(split, other);
        return near && isPicture(image) && !labelOf.containsKey(image);
    }

    private static String folderOfImages(TreeImage mask) {
        return PathWords.join(PathWords.folder(mask.folder()), "JPEGImages");
    }

    /// Whether an image is a mask by the folder that it lies in.
    static boolean isMask(TreeImage image) {
        var folder = image.folder();
        return folder.length() >= "SegmentationClass".length()
                && MASKS.matcher(folder).find();
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

    /// Whether masks tell single objects apart, and none say of which class they are.
    boolean masksOfObjectsOnly() {
        return masks.contains("segmentationobject") && !masks.contains("segmentationclass");
    }

    boolean masksOfObjects() {
        return masks.contains("segmentationobject");
    }

    boolean isOrphan(TreeLabel label) {
        return orphans.contains(label.path().value());
    }

    /// Folders in which some image has a label or a mask.
    Set<String> folders() {
        var folders = new HashSet<String>();
        labelOf.keySet().forEach(image -> folders.add(image.folder()));
        maskOf.keySet().forEach(image -> folders.add(image.folder()));
        return folders;
    }
}
