package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One COCO file in its tree: the split that its name or folder says, and what it is about.
record CocoFile(TreeLabel label, CocoSummary summary) {
    /// What a file is about, the one to prefer first.
    enum Role {
        INSTANCES,
        KEYPOINTS,
        PANOPTIC,
        /// Categories of whole images.
        LABELS,
        CAPTIONS,
        /// A list of images without annotations, as test sets have.
        IMAGES
    }

    private static final Pattern PREFIX = Pattern.compile(
            "^(instances|person_keypoints|keypoints|captions|stuff|panoptic|image_info|labels|annotations|coco)[_.-]+");
    private static final Pattern SUFFIX = Pattern.compile("[_.-]*(annotations?|coco|instances|labels)$");
    private static final Pattern NO_SPLIT =
            Pattern.compile("|default|all|result|results|data|dataset|_?annotations?|instances|coco");

    static CocoFile of(TreeLabel label) {
        return new CocoFile(label, CocoSummary.of(label.summary()));
    }

    Role role() {
        var shapes = summary.shapes();
        if (shapes.keypoints() * 2 > shapes.objects()) {
            return Role.KEYPOINTS;
        }
        if (shapes.panoptic() > 0) {
            return Role.PANOPTIC;
        }
        if (shapes.objects() > 0) {
            return shapes.boxes() + shapes.masks() == 0 ? Role.LABELS : Role.INSTANCES;
        }
        return shapes.captions() > 0 ? Role.CAPTIONS : Role.IMAGES;
    }

    /// The split: from the file's name (`instances_train2017.json`), else from its folder (`valid/…`), else empty.
    String split() {
        var stem = PathWords.stem(label.path().name());
        return fromName(stem).or(() -> SplitNames.findIn(label.path().folder())).orElse("");
    }

    private static Optional<String> fromName(String stem) {
        var bare = stem.startsWith("_") ? stem.substring(1) : stem;
        boolean prefixed = PREFIX.matcher(bare.toLowerCase(Locale.ROOT)).find();
        var rest = bare;
        for (var lower = rest.toLowerCase(Locale.ROOT);
                PREFIX.matcher(lower).find();
                lower = rest.toLowerCase(Locale.ROOT)) {
            var matcher = PREFIX.matcher(lower);
            rest = matcher.find() ? rest.substring(matcher.end()) : rest;
        }
        var lower = rest.toLowerCase(Locale.ROOT);
        var suffix = SUFFIX.matcher(lower);
        rest = suffix.find() ? rest.substring(0, suffix.start()) : rest;
        boolean named = !NO_SPLIT.matcher(rest.toLowerCase(Locale.ROOT)).matches();
        return named && (prefixed || SplitNames.isSplit(rest)) ? Optional.of(rest) : Optional.empty();
    }
}
