package dev.gotgan.server.upload.direct;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gotgan.engine.direct.answer.Preview;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.server.upload.LabelsView;
import dev.gotgan.server.upload.UploadedView;
import java.util.List;

/// What a commit would make of the dataset.
record PreviewView(
        @JsonProperty("new") long added,
        long same,
        long replaced,
        long removed,
        LabelsView labels,
        boolean exact,
        Format format,
        double confidence,
        TaskType taskType,
        long numImages,
        List<String> classes,
        List<Analysis.Split> splits,
        List<UploadedView.WarningView> warnings) {
    static PreviewView of(Preview preview) {
        var analysis = preview.analysis();
        return new PreviewView(
                preview.added(),
                preview.same(),
                preview.changed(),
                preview.removed(),
                LabelsView.of(preview.matched(), preview.orphans()),
                preview.exact(),
                analysis.format(),
                analysis.confidence(),
                analysis.taskType(),
                analysis.images(),
                analysis.classes(),
                analysis.splits(),
                preview.remarks().stream().map(UploadedView.WarningView::of).toList());
    }
}
