package dev.gotgan.engine.direct.names;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.format.tree.KnownFacts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Contents of which nothing but a name is known, taken for what the name promises: readable images of unknown size,
/// and labels that say nothing.
public final class AssumedFacts implements KnownFacts {
    private static final ImageFacts SOME_IMAGE = new ImageFacts(ImageFacts.Kind.OTHER, 0, 0, 1, 1, 0, null, null);
    /// Text files by whose names nobody calls a label.
    private static final Set<String> LISTS = Set.of(
            "classes",
            "obj",
            "train",
            "val",
            "valid",
            "test",
            "trainval",
            "labels",
            "predefined_classes",
            "readme",
            "license",
            "licence",
            "notes",
            "notice",
            "changelog",
            "requirements");

    private final Map<Sha256, LogicalPath> images = new HashMap<>();
    private final Map<Sha256, LogicalPath> labels = new HashMap<>();

    /// One content may lie under an image's name and under a label's.
    public void add(LogicalPath path, Sha256 content) {
        switch (ContentRole.of(path)) {
            case IMAGE -> images.putIfAbsent(content, path);
            case TEXT, YAML, JSON, XML -> labels.putIfAbsent(content, path);
            case NONE -> {}
        }
    }

    public void knowImage(Sha256 content) {
        images.remove(content);
    }

    public void knowLabel(Sha256 content) {
        labels.remove(content);
    }

    public boolean isEmpty() {
        return images.isEmpty() && labels.isEmpty();
    }

    @Override
    public @Nullable ImageFacts image(Sha256 content) {
        return images.containsKey(content) ? SOME_IMAGE : null;
    }

    @Override
    public @Nullable LabelFacts label(Sha256 content) {
        var path = labels.get(content);
        return path == null ? null : new LabelFacts(content, kind(path).wire(), "{}");
    }

    private static LabelKind kind(LogicalPath path) {
        return switch (ContentRole.of(path)) {
            case TEXT -> isOneOfMany(path) ? LabelKind.YOLO_LINES : LabelKind.TEXT_LINES;
            case YAML -> LabelKind.DATA_YAML;
            case JSON -> LabelKind.COCO_JSON;
            case XML -> LabelKind.VOC_XML;
            case IMAGE, NONE -> LabelKind.BINARY;
        };
    }

    /// Whether a name is that of a label of one image, rather than of a list or of words.
    public static boolean isOneOfMany(LogicalPath path) {
        var name = path.name().toLowerCase(Locale.ROOT);
        return switch (ContentRole.of(path)) {
            case TEXT -> name.endsWith(".txt") && !LISTS.contains(name.substring(0, name.length() - 4));
            case XML, JSON -> true;
            case IMAGE, YAML, NONE -> false;
        };
    }
}
