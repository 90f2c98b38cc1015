package dev.gotgan.engine.commit;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.facts.ImageRow;
import java.util.List;

/// The difference between the image rows of two generations: a changed row is closed and opened anew.
///
/// @param classes the names that [ImageRow#classes] of `opened` index
public record ImageRowChanges(List<LogicalPath> closed, List<ImageRow> opened, List<String> classes) {}
