package dev.gotgan.engine.format.label;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What a label file's content turned out to be, whatever its name promises.
public enum LabelKind {
    /// Lines of numbers, a class first.
    YOLO_LINES,
    /// No byte but white space: an image on which nothing is labelled.
    EMPTY,
    /// Lines of words or paths: class names, image lists, a README.
    TEXT_LINES,
    /// Nothing that is text.
    BINARY,
    /// A YAML that names classes or splits.
    DATA_YAML,
    YAML_OTHER,
    /// An XML of which the root is `annotation`.
    VOC_XML,
    XML_OTHER,
    /// A JSON with images, annotations or categories.
    COCO_JSON,
    JSON_OTHER;

    private static final Map<String, LabelKind> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(LabelKind::wire, kind -> kind));

    private final String wire = name().toLowerCase(Locale.ROOT);

    /// The name in [dev.gotgan.engine.facts.LabelFacts].
    public String wire() {
        return wire;
    }

    /// The one of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static LabelKind ofWire(String wire) {
        var kind = BY_WIRE.get(wire);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of label: " + wire);
        }
        return kind;
    }
}
