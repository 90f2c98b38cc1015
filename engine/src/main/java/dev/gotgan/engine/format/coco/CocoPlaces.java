package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.TreeImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where the images of one COCO file lie: beside it, in `images/{split}`, in `images`, in `{split}`, or wherever their
/// name is found.
final class CocoPlaces {
    private static final Set<String> ANNOTATIONS = Set.of("annotations", "annotation", "labels", "json");
    private static final Pattern CLIMBS = Pattern.compile("^(\\.{1,2}/)+");

    private final DatasetTree tree;
    private final List<String> folders;
    private final String likeliest;

    CocoPlaces(DatasetTree tree, CocoFile file) {
        this.tree = tree;
        var beside = file.label().path().folder();
        boolean apart = ANNOTATIONS.contains(PathWords.name(beside).toLowerCase(Locale.ROOT));
        var base = apart ? PathWords.folder(beside) : beside;
        var images = PathWords.join(base, "images");
        this.likeliest = PathWords.join(images, file.split());
        this.folders = List.of(beside, likeliest, images, PathWords.join(base, file.split()), base);
    }

    Optional<TreeImage> find(String fileName) {
        var name = CLIMBS.matcher(fileName).replaceFirst("");
        for (var folder : folders) {
            var image = tree.findImage(PathWords.join(folder, name));
            if (image.isPresent()) {
                return image;
            }
        }
        return tree.findMeant(name, likeliest);
    }
}
