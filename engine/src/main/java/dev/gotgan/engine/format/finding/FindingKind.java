package dev.gotgan.engine.format.finding;

import static dev.gotgan.engine.facts.Severity.ERROR;
import static dev.gotgan.engine.facts.Severity.INFO;
import static dev.gotgan.engine.facts.Severity.WARNING;

import dev.gotgan.engine.facts.Severity;
import java.util.Locale;
import java.util.Optional;

/// Everything that analysis can find (`spec/findings.md`). The sentences stand in `findings.properties` and
/// `findings_ko.properties`, keyed by [#wire].
public enum FindingKind {
    IMAGE_CORRUPT(ERROR, "image_corrupt"),
    IMAGE_TOO_LARGE(ERROR, "image_too_large"),
    IMAGE_TYPE_MISMATCH(ERROR, "image_type_mismatch"),
    IMAGE_LFS_POINTER(ERROR, "image_type_mismatch"),
    IMAGE_UNSUPPORTED(ERROR, "image_unsupported"),
    IMAGE_NO_PREVIEW(WARNING, "image_unsupported"),
    IMAGE_NO_END(WARNING, "image_corrupt"),
    IMAGE_TRAILING_DATA(WARNING, "image_trailing_data"),
    IMAGE_METADATA(WARNING, "image_metadata"),
    IMAGE_WRONG_ENDING(INFO, "image_type_mismatch"),
    IMAGE_TURNED(INFO, "image_metadata"),
    IMAGE_OUTSIDE(INFO, "label_reference"),
    IMAGE_UNLISTED(INFO, "label_reference"),
    IMAGE_MISSING(WARNING, "label_reference"),
    IMAGE_REPEATED(INFO, "label_duplicate"),
    IMAGE_LISTED_TWICE(WARNING, "label_duplicate"),

    SPLIT_LEAK(WARNING, "label_duplicate"),
    SPLIT_SAME(INFO, "label_duplicate"),
    SPLIT_UNLISTED(INFO, "label_reference"),
    SPLIT_ABSENT(INFO, "label_reference"),
    SPLIT_UNLABELLED(INFO, "label_reference"),
    SPLIT_SIBLINGS(WARNING, "label_reference"),

    LABEL_NONE(WARNING, "label_reference"),
    LABEL_MISSING(WARNING, "label_reference"),
    LABEL_EMPTY(INFO, "label_reference"),
    LABEL_SPARE(INFO, "label_duplicate"),
    LABEL_ORPHAN(WARNING, "label_reference"),
    LABEL_ELSEWHERE(WARNING, "label_reference"),
    LABELS_UNREAD(INFO, "label_reference"),
    MASKS_UNREAD(INFO, "label_reference"),
    LABEL_SYNTAX(WARNING, "label_syntax"),
    LABEL_ENCODING(WARNING, "label_encoding"),
    LABEL_TOO_LARGE(WARNING, "label_too_large"),
    EXTRA_COLUMN(WARNING, "label_syntax"),
    POLYGON_ODD(WARNING, "label_syntax"),
    POLYGON_SHORT(WARNING, "label_syntax"),
    SHAPES_MIXED(INFO, "label_syntax"),
    LINES_MIXED(WARNING, "label_syntax"),
    KEYPOINTS_ODD(WARNING, "label_syntax"),
    NUMBER_NOT_FINITE(WARNING, "label_range"),
    NOT_NORMALISED(WARNING, "label_range"),
    BOX_OUTSIDE(WARNING, "label_range"),
    BOX_DEGENERATE(WARNING, "label_range"),
    BOX_INVERTED(WARNING, "label_range"),
    BOX_NUMBERS(WARNING, "label_syntax"),
    SIZE_MISMATCH(WARNING, "label_range"),
    MASK_TORN(WARNING, "label_syntax"),
    MASK_TOO_LARGE(ERROR, "label_too_large"),
    ANNOTATION_REPEATED(WARNING, "label_duplicate"),
    OBJECT_NAMELESS(WARNING, "label_syntax"),
    OBJECT_SHAPELESS(WARNING, "label_syntax"),
    ANNOTATION_INCOMPLETE(WARNING, "label_syntax"),
    ID_REPEATED(WARNING, "label_duplicate"),
    IMAGE_ID_UNKNOWN(WARNING, "label_reference"),
    FILE_NAME_UNSAFE(WARNING, "path_traversal"),
    FILE_NAME_URL(WARNING, "label_reference"),

    CLASS_UNKNOWN(WARNING, "label_class_unknown"),
    CLASS_UNUSED(INFO, "label_reference"),
    CLASS_EMPTY(WARNING, "label_reference"),
    CLASS_REPEATED(WARNING, "label_duplicate"),
    CLASS_TWINS(WARNING, "path_collision"),
    CLASS_NAME_UNSAFE(WARNING, "class_name_unsafe"),
    CLASS_ID_CONFLICT(WARNING, "label_reference"),
    NAMES_COUNT(WARNING, "label_class_unknown"),
    NAMES_MISSING(INFO, "label_class_unknown"),

    JSON_SYNTAX(ERROR, "json_syntax"),
    JSON_CUT(ERROR, "json_syntax"),
    JSON_DEPTH(ERROR, "json_depth"),
    JSON_NUMBER(ERROR, "json_number"),
    JSON_DUPLICATE_KEY(ERROR, "json_duplicate_key"),
    JSON_SHAPE(ERROR, "label_syntax"),
    XML_SYNTAX(ERROR, "label_syntax"),
    XML_CUT(ERROR, "label_syntax"),
    XML_SHAPE(ERROR, "label_syntax"),
    XML_DTD_FORBIDDEN(ERROR, "xml_dtd_forbidden"),
    XML_DEPTH(ERROR, "xml_depth"),
    YAML_SYNTAX(ERROR, "label_syntax"),
    YAML_ALIAS(ERROR, "yaml_alias"),
    YAML_TAG(ERROR, "yaml_tag"),
    YAML_DEPTH(ERROR, "yaml_depth"),
    YAML_DUPLICATE_KEY(ERROR, "yaml_duplicate_key"),
    YAML_IGNORED_DIRECTIVE(WARNING, "yaml_ignored_directive"),
    YAML_READ_DIFFERENTLY(INFO, "label_syntax"),
    PATH_OUTSIDE(ERROR, "path_traversal"),
    PATH_URL(ERROR, "path_ambiguous"),
    PATH_MISSING(WARNING, "label_reference"),
    PATH_RECOVERED(INFO, "label_reference"),

    FORMATS_MIXED(WARNING, "label_duplicate"),
    DATASETS_SEVERAL(WARNING, "label_duplicate"),
    FORMAT_HINT(WARNING, "label_reference"),
    TASK_HINT(INFO, "label_reference"),
    CLASS_NAMES_HINT(WARNING, "label_class_unknown"),

    META_IGNORED(WARNING, "path_reserved"),
    JUNK_SKIPPED(INFO, "junk_skipped"),
    LINK_SKIPPED(WARNING, "path_traversal"),
    PATH_REFUSED(ERROR, "path_ambiguous");

    private final Severity severity;
    private final String reason;

    FindingKind(Severity severity, String reason) {
        this.severity = severity;
        this.reason = reason;
    }

    /// The name in JSON and in the database.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Severity severity() {
        return severity;
    }

    /// The reason class that it belongs to (`spec/codes.md`): several kinds share one.
    public String reason() {
        return reason;
    }

    public static Optional<FindingKind> find(String wire) {
        for (var each : values()) {
            if (each.wire().equals(wire)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
