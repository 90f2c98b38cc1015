package dev.gotgan.engine.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person chose and no analysis may overrule; null means: find out.
///
/// A `taskType` given at upload stands until labels say otherwise.
public record AnalysisHint(
        @Nullable Format format,
        @Nullable TaskType taskType,
        @Nullable List<String> classNames) {
    public static final AnalysisHint NONE = new AnalysisHint(null, null, null);
}
