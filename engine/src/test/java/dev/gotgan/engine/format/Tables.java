package dev.gotgan.engine.format;

import dev.gotgan.engine.facts.Analysis;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// One line for what a dataset is.
final class Tables {
    private Tables() {}

    static String summary(Analysis analysis) {
        return summary(analysis, analysis.classes(), split -> split);
    }

    /// The same with other names for its classes and splits.
    static String summary(Analysis analysis, List<String> classes, UnaryOperator<String> renamed) {
        var splits = analysis.splits().stream()
                .map(split -> renamed.apply(split.name()) + "=" + split.images() + " ")
                .collect(Collectors.joining());
        return "%s %s %s %d images %s%d objects"
                .formatted(
                        analysis.format().wire(),
                        analysis.taskType().wire(),
                        classes,
                        analysis.images(),
                        splits,
                        analysis.objects());
    }
}
