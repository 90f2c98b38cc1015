package dev.gotgan.engine.format.label;

import java.util.Locale;

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

    /// The name in [dev.gotgan.engine.facts.LabelFacts].
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
