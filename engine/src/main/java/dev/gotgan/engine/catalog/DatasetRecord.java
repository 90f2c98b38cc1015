package dev.gotgan.engine.catalog;

import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dataset as its record has it.
///
/// @param revision  of the metadata people edit: the ETag of If-Match
/// @param hint      what a person chose and no analysis overrules
public record DatasetRecord(
        Head head,
        DatasetState state,
        String name,
        @Nullable String description,
        @Nullable UserId owner,
        @Nullable String ownerEmail,
        @Nullable Integer organization,
        Visibility visibility,
        List<String> tags,
        String storageType,
        Facts facts,
        AnalysisHint hint,
        long revision,
        Times times) {
    /// What the last analysis of the head said; counts are 0 and names empty before there is one.
    ///
    /// @param errors   findings of that severity, each once however often it occurs
    /// @param warnings findings of that severity, each once however often it occurs
    public record Facts(
            Format format,
            TaskType taskType,
            double confidence,
            List<String> classNames,
            List<Analysis.Split> splits,
            long images,
            long labelledImages,
            long objects,
            double averageWidth,
            double averageHeight,
            boolean trainingReady,
            long errors,
            long warnings) {}

    /// Times of the record; `trashed` and `verified` are null until that happened.
    ///
    /// @param updated  when the record or the head last changed
    /// @param modified when the head was committed; null before the first commit
    public record Times(
            Instant created,
            Instant updated,
            @Nullable Instant modified,
            @Nullable Instant trashed,
            @Nullable Instant verified) {}
}
