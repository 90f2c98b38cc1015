package dev.gotgan.server.upload;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.direct.names.ForeseeNames;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.upload.UploadRequest;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What names alone tell of an upload, before anything of it is sent.
@RestController
final class ForeseeController {
    private final ForeseeNames foresee;
    private final Datasets datasets;

    ForeseeController(ForeseeNames foresee, Datasets datasets) {
        this.foresee = foresee;
        this.datasets = datasets;
    }

    record FileBody(@Nullable String path, @Nullable Long size) {}

    record NewBody(
            @Nullable List<FileBody> files,
            @Nullable String stripTop,
            @Nullable Format formatHint,
            @Nullable TaskType taskType) {}

    record IntoBody(
            @Nullable List<FileBody> files,
            @Nullable Boolean labelsOnly,
            @Nullable String mode) {}

    @PostMapping("/api/v1/uploads/preview")
    @Requires(value = Rule.LOGGED_IN, effect = Requires.Effect.READS)
    ForeseenView ofNew(@RequestBody NewBody wanted) {
        var shape = UploadFields.shape(Objects.requireNonNullElse(wanted.stripTop(), "auto"));
        var hint = new AnalysisHint(wanted.formatHint(), wanted.taskType(), null);
        return ForeseenView.of(foresee.ofNew(names(wanted.files()), shape, hint));
    }

    @PostMapping("/api/v1/datasets/{id}/uploads/preview")
    @Requires(value = Rule.EDITOR, effect = Requires.Effect.READS)
    ForeseenView into(@PathVariable DatasetId id, @RequestBody IntoBody wanted, Actor actor) {
        var present = datasets.find(id).orElseThrow(Problems::noDataset);
        boolean labels = Boolean.TRUE.equals(wanted.labelsOnly());
        var mode = UploadFields.mode(labels, Objects.requireNonNullElse(wanted.mode(), "merge"));
        var request = new UploadRequest(actor, id, mode, present.facts().format(), present.hint(), "");
        return ForeseenView.of(foresee.into(request, names(wanted.files())));
    }

    private static List<ForeseeNames.Named> names(@Nullable List<FileBody> files) {
        if (files == null) {
            throw new Refused(Code.FIELD_INVALID, "Send files, a list of what would be uploaded.");
        }
        return files.stream().map(ForeseeController::name).toList();
    }

    private static ForeseeNames.Named name(FileBody file) {
        if (file.path() == null || file.size() == null || file.size() < 0) {
            throw new Refused(Code.FIELD_INVALID, "Each of files has path and size (not negative).");
        }
        return new ForeseeNames.Named(file.path(), file.size());
    }
}
