package dev.gotgan.server.upload;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gotgan.engine.direct.names.Foreseen;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import java.util.List;

/// What an upload of such names would make of a dataset.
record ForeseenView(
        @JsonProperty("new") long added,
        long replaced,
        long sameSize,
        long removed,
        LabelsView labels,
        String top,
        Format format,
        double confidence,
        TaskType taskType,
        long numImages,
        List<String> classes,
        List<Analysis.Split> splits,
        List<UploadedView.WarningView> warnings) {
    static ForeseenView of(Foreseen foreseen) {
        var changes = foreseen.changes();
        var labels = foreseen.labels();
        var analysis = foreseen.analysis();
        return new ForeseenView(
                changes.added(),
                changes.replaced(),
                changes.sameSize(),
                changes.removed(),
                LabelsView.of(labels.matched(), labels.orphans()),
                foreseen.top(),
                analysis.format(),
                analysis.confidence(),
                analysis.taskType(),
                analysis.images(),
                analysis.classes(),
                analysis.splits(),
                foreseen.remarks().stream().map(UploadedView.WarningView::of).toList());
    }
}
