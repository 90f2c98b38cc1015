package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.format.coco.json.CocoSummary;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.TreeLabel;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One COCO file in its tree: the split that its name or folder says, and what it is about.
record CocoFile(TreeLabel label, CocoSummary summary, Role role, String split) {
    /// What a file is about, the one to prefer first.
    enum Role {
        INSTANCES,
        KEYPOINTS,
        PANOPTIC,
        /// Masks of what can't be counted: sky, grass.
        STUFF,
        /// Categories of whole images.
        LABELS,
        CAPTIONS,
        /// A list of images without annotations, as test sets have.
        IMAGES
    }

    /// Behind such a beginning stands the split, whatever it is called: `instances_minival2014.json`.
    private static final Pattern SUBJECT =
            Pattern.compile("(instances|person_keypoints|keypoints|captions|stuff|panoptic|image_info)[_.-]+");

    private static final Pattern SUFFIX = Pattern.compile("[_.-]*(annotations?|coco|instances|labels)$");
    private static final Pattern NO_SPLIT =
            Pattern.compile("|default|all|results?|data|dataset|annotations?|instances|coco|v?\\d+");
    private static final Pattern WORD_END = Pattern.compile("[_. -]+");
    private static final Pattern STUFF = Pattern.compile("stuff[_.-].*");
    private static final Pattern UNION = Pattern.compile("trainval.*|all|full|total");

    static CocoFile of(TreeLabel label) {
        var summary = CocoSummary.of(label.summary());
        var stem = PathWords.stem(label.path().name());
        var split = inName(stem).or(() -> SplitNames.findIn(label.folder())).orElse("");
        return new CocoFile(label, summary, role(stem, summary.shapes()), split);
    }

    /// Whether the file may repeat what the files of single splits say.
    boolean isUnion() {
        return split.isEmpty() || UNION.matcher(split.toLowerCase(Locale.ROOT)).matches();
    }

    private static Role role(String stem, CocoSummary.Shapes shapes) {
        if (shapes.keypoints() * 2 > shapes.objects()) {
            return Role.KEYPOINTS;
        }
        if (shapes.panoptic() > 0) {
            return Role.PANOPTIC;
        }
        if (shapes.objects() == 0) {
            return shapes.captions() > 0 ? Role.CAPTIONS : Role.IMAGES;
        }
        if (shapes.boxes() + shapes.masks() == 0) {
            return Role.LABELS;
        }
        return STUFF.matcher(stem.toLowerCase(Locale.ROOT)).matches() ? Role.STUFF : Role.INSTANCES;
    }

    /// The split in a file's name: all behind its subject, or a word of it that is a split (`lvis_v1_train.json`).
    private static Optional<String> inName(String stem) {
        var subject = SUBJECT.matcher(stem.toLowerCase(Locale.ROOT));
        boolean hasSubject = subject.lookingAt();
        var rest = hasSubject ? stem.substring(subject.end()) : stem;
        var suffix = SUFFIX.matcher(rest.toLowerCase(Locale.ROOT));
        rest = suffix.find() ? rest.substring(0, suffix.start()) : rest;
        boolean named = !NO_SPLIT.matcher(rest.toLowerCase(Locale.ROOT)).matches();
        if (named && (hasSubject || SplitNames.isSplit(rest))) {
            return Optional.of(rest);
        }
        return word(rest);
    }

    private static Optional<String> word(String name) {
        String found = null;
        for (var word : WORD_END.split(name, -1)) {
            found = SplitNames.isSplit(word) ? word : found;
        }
        return Optional.ofNullable(found);
    }
}
