package dev.gotgan.engine.facts;

import java.util.List;

/// What a whole generation is: format, task, classes, splits and counts, with the reasons.
///
/// @param confidence 0 to 1
/// @param evidence   sentences for and against, strongest first, with the runner-up
/// @param splits     in the dataset's own names; empty where it has none
/// @param images     readable images that the format reaches (what `num_images` says)
/// @param findings   of the whole generation, content findings included, each with its path
/// @param rows       one per counted image, in path order
public record Analysis(
        Format format,
        TaskType taskType,
        double confidence,
        List<String> evidence,
        List<String> classes,
        List<Split> splits,
        long images,
        long labelledImages,
        long objects,
        double averageWidth,
        double averageHeight,
        List<Finding> findings,
        List<ImageRow> rows) {
    /// A split and how many images are in it.
    public record Split(String name, long images) {}

    /// Whether a model can be trained on it: the task is known, something is labelled, and there is no error.
    public boolean trainingReady() {
        return taskType != TaskType.UNKNOWN
                && labelledImages > 0
                && findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    }
}
