package dev.gotgan.engine.gallery;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One image and all that is said of it.
///
/// @param row     with empty class indices: `classes` has the names, ascending
/// @param size    of the file, in bytes
/// @param labels  what is drawn over it, in the order of its label file
/// @param problems errors and warnings about it, the gravest first
public record ListedImage(
        ImageRow row, long size, ImageFacts facts, List<String> classes, List<Label> labels, List<Finding> problems) {
    /// A shape and the name of its class.
    public record Label(Annotation annotation, String className) {}

    public LogicalPath path() {
        return row.path();
    }

    public Sha256 sha256() {
        return row.sha256();
    }

    /// Null where it is in no split.
    public @Nullable String split() {
        return row.split().isEmpty() ? null : row.split();
    }
}
