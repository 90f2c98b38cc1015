package dev.gotgan.server.upload;

import dev.gotgan.engine.content.LogicalPath;
import java.util.List;

/// Label files of an upload by whether they belong to an image.
///
/// @param orphans the first of those that belong to none
public record LabelsView(long matched, long orphan, List<LogicalPath> orphans) {
    private static final int EXAMPLES = 100;

    /// Of all `orphans`.
    public static LabelsView of(long matched, List<LogicalPath> orphans) {
        return new LabelsView(
                matched, orphans.size(), orphans.stream().limit(EXAMPLES).toList());
    }
}
