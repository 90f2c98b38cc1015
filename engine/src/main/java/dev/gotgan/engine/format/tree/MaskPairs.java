package dev.gotgan.engine.format.tree;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/// Pictures that are the labels of other pictures: `annotations/training/a.png` of `images/training/a.jpg`, as ADE20K,
/// Cityscapes and many of Kaggle have it. Which colour means what is written nowhere, so they are only told apart.
record MaskPairs(Set<String> masks, List<String> folders) {
    private static final Set<String> FOLDERS = Set.of(
            "annotations",
            "annotation",
            "masks",
            "mask",
            "labels",
            "gt",
            "gtfine",
            "groundtruth",
            "ground_truth",
            "segmentation",
            "trimaps");

    /// Pairs by name and size. A folder that holds a picture without its counterpart is a folder of images.
    static MaskPairs of(DatasetTree tree) {
        var masksOf = new TreeMap<String, Set<String>>();
        var no = new HashSet<String>();
        for (var image : tree.images()) {
            var folder = image.folder();
            if (!isMask(image)) {
                continue;
            }
            var picture = tree.findByStem(image.stem(), folder, other -> !isMask(other) && sameSize(image, other));
            if (picture.isPresent()) {
                masksOf.computeIfAbsent(folder, name -> new HashSet<>())
                        .add(image.path().value());
            } else {
                no.add(folder);
            }
        }
        masksOf.keySet().removeAll(no);
        var all = new HashSet<String>();
        masksOf.values().forEach(all::addAll);
        return new MaskPairs(all, List.copyOf(masksOf.keySet()));
    }

    boolean isMask(String path) {
        return masks.contains(path);
    }

    /// A mask has a pixel for each pixel.
    private static boolean sameSize(TreeImage mask, TreeImage image) {
        return mask.facts().width() == image.facts().width()
                && mask.facts().height() == image.facts().height();
    }

    private static boolean isMask(TreeImage image) {
        for (var segment : image.folder().toLowerCase(Locale.ROOT).split("/", -1)) {
            if (FOLDERS.contains(segment)) {
                return true;
            }
        }
        return false;
    }
}
