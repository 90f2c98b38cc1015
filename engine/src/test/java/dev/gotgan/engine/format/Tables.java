package dev.gotgan.engine.format;

import dev.gotgan.engine.facts.Analysis;
import java.util.stream.Collectors;

/// One line for what a dataset is.
final class Tables {
    private Tables() {}

    static String summary(Analysis analysis) {
        var splits = analysis.splits().stream()
                .map(split -> split.name() + "=" + split.images() + " ")
                .collect(Collectors.joining());
        return "%s %s %s %d images %s%d objects"
                .formatted(
                        analysis.format().wire(),
                        analysis.taskType().wire(),
                        analysis.classes(),
                        analysis.images(),
                        splits,
                        analysis.objects());
    }
}
