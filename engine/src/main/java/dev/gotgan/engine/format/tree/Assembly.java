package dev.gotgan.engine.format.tree;

import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.TaskType;
import java.util.List;
import java.util.Set;

/// A dataset as one format reads it.
///
/// @param rows     one per readable image that the format reaches, in path order
/// @param aside    paths of images that are labels themselves (masks): neither counted nor outside
/// @param findings of labels and of how they belong together; what is wrong with images is not among them
public record Assembly(
        TaskType taskType, List<String> classes, List<ImageRow> rows, Set<String> aside, List<Finding> findings) {}
