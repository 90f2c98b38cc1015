package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.TreeImage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where the images of one COCO file lie: beside it, in `images/{split}`, in `images`, in `{split}`, or wherever their
/// name is found.
final class CocoPlaces {
    /// Pictures that hold the pixels of segments.
    private static final Pattern MASKS =
            Pattern.compile("(?i)(^|/)(annotations|(panoptic|stuff)[^/]*|[^/]*pixelmaps?|masks?)/");

    private static final Set<String> ANNOTATIONS = Set.of("annotations", "annotation", "labels", "json");

    private final DatasetTree tree;
    private final String beside;
    private final String split;
    private final List<String> folders;
    private final String likeliest;

    CocoPlaces(DatasetTree tree, CocoFile file) {
        this.tree = tree;
        this.beside = file.label().path().folder();
        this.split = file.split();
        boolean apart = ANNOTATIONS.contains(PathWords.name(beside).toLowerCase(Locale.ROOT));
        var base = apart ? PathWords.folder(beside) : beside;
        var images = PathWords.join(base, "images");
        this.likeliest = PathWords.join(images, split);
        this.folders = List.of(
                beside,
                likeliest,
                PathWords.join(PathWords.join(base, split), "images"),
                PathWords.join(base, split),
                images,
                base);
    }

    /// An image of the dataset that a file's entry means.
    ///
    /// @param exact whether it is spelled as the entry has it
    record Place(TreeImage image, boolean exact) {}

    static boolean isMask(TreeImage image) {
        return MASKS.matcher(image.path().value()).find();
    }

    /// Whether a name leads out of the dataset.
    boolean leadsOut(String fileName) {
        if (!fileName.contains("..")) {
            return false;
        }
        int depth = beside.isEmpty() ? 0 : beside.split("/", -1).length;
        for (var segment : fileName.split("/", -1)) {
            depth += segment.equals("..") ? -1 : segment.isEmpty() || segment.equals(".") ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    /// A name behind all `/`, `./` and `../` that it begins with.
    private static String withoutClimbs(String fileName) {
        int from = 0;
        for (int slash = fileName.indexOf('/'); slash >= 0 && slash - from <= 2; slash = fileName.indexOf('/', from)) {
            if (!"..".startsWith(fileName.substring(from, slash))) {
                break;
            }
            from = slash + 1;
        }
        return fileName.substring(from);
    }

    Optional<Place> find(String fileName) {
        var name = withoutClimbs(fileName);
        for (var folder : folders) {
            var image = tree.findImage(PathWords.join(folder, name));
            if (image.isPresent()) {
                return image.map(found -> new Place(found, true));
            }
        }
        var meant = tree.findMeant(name, likeliest).filter(image -> mayBe(image, name));
        return meant.or(() -> tree.findByStem(
                        PathWords.stem(PathWords.name(name)),
                        likeliest,
                        image -> mayBe(image, name) && image.path().name().equals(PathWords.name(name))))
                .map(found -> new Place(found, true))
                .or(() -> findAlike(name));
    }

    /// The same name in other letters, or with another ending: files were converted, the list was not.
    private Optional<Place> findAlike(String name) {
        var stem = PathWords.stem(PathWords.name(name));
        return tree.findByStem(stem, likeliest, image -> mayBe(image, name) && !isMask(image))
                .or(() -> LowerNames.of(tree).find(PathWords.name(name)).filter(image -> mayBe(image, name)))
                .map(found -> new Place(found, false));
    }

    /// A mere name must not find the image of another split: that one is listed elsewhere, and this one is missing.
    private boolean mayBe(TreeImage image, String name) {
        var other = SplitNames.findIn(image.folder()).orElse("");
        boolean stranger = SplitNames.isSplit(split)
                && !other.isEmpty()
                && !SplitNames.meanTheSame(other, split)
                && !split.toLowerCase(Locale.ROOT).startsWith("trainval")
                && !other.toLowerCase(Locale.ROOT).startsWith("trainval");
        return !stranger || PathWords.commonEnd(image.path().value(), name) > 1;
    }

    /// All images by their names in lower case; only made where a list spells names in another way.
    private record LowerNames(Map<String, TreeImage> images) {
        static LowerNames of(DatasetTree tree) {
            return tree.view(LowerNames.class, LowerNames::read);
        }

        private static LowerNames read(DatasetTree tree) {
            var images = new HashMap<String, TreeImage>();
            tree.images().forEach(image -> images.putIfAbsent(lower(image.path().name()), image));
            return new LowerNames(images);
        }

        Optional<TreeImage> find(String name) {
            return Optional.ofNullable(images.get(lower(name)));
        }

        private static String lower(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
