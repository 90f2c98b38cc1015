package dev.gotgan.server.upload;

import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Right;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.upload.ReceiveUpload;
import dev.gotgan.engine.upload.UploadMode;
import dev.gotgan.engine.upload.UploadRequest;
import dev.gotgan.engine.upload.survey.ShapeRule;
import dev.gotgan.engine.upload.survey.Survey;
import dev.gotgan.server.upload.spool.Limits;
import dev.gotgan.server.web.Admission;
import dev.gotgan.server.web.live.UploadProgress;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.work.PublishSoon;
import java.io.IOException;

/// From a form in the spool to a commit: into a new dataset, or into one that is there.
final class RunUpload {
    private final ReceiveUpload upload;
    private final Limits limits;
    private final Datasets datasets;
    private final Admission admission;
    private final PublishSoon publish;

    RunUpload(ReceiveUpload upload, Limits limits, Datasets datasets, Admission admission, PublishSoon publish) {
        this.upload = upload;
        this.limits = limits;
        this.datasets = datasets;
        this.admission = admission;
        this.publish = publish;
    }

    /// The record is made only when all of pass 1 is sound, and is invisible until its first commit.
    UploadedView create(UploadForm form, ShapeRule shape, Datasets.NewDataset wanted, Actor actor) throws IOException {
        try (var survey = surveyed(form, shape)) {
            datasets.create(wanted, DatasetState.NEW, actor);
            form.progress().into(wanted.id());
            return committed(
                    form,
                    survey,
                    new UploadRequest(
                            actor, wanted.id(), UploadMode.ADD, Format.UNKNOWN, wanted.hint(), message(form)));
        }
    }

    /// For a caller whose right may have gone while the body came in.
    UploadedView add(UploadForm form, UploadMode mode, DatasetId id, Actor actor) throws IOException {
        admission.stillAllowed(actor, Right.WRITE, id);
        var present = record(id);
        form.progress().intoForEditors(id);
        try (var survey = surveyed(form, ShapeRule.AS_SENT)) {
            return committed(
                    form,
                    survey,
                    new UploadRequest(actor, id, mode, present.facts().format(), present.hint(), message(form)));
        }
    }

    private static String message(UploadForm form) {
        return new UploadFields(form.received()).message();
    }

    private Survey surveyed(UploadForm form, ShapeRule shape) throws IOException {
        var survey = upload.survey(form.source(), shape);
        try {
            limits.roomInStore(
                    survey.files().stream().mapToLong(FileEntry::size).sum());
            return survey;
        } catch (IOException | RuntimeException e) {
            survey.close();
            throw e;
        }
    }

    private UploadedView committed(UploadForm form, Survey survey, UploadRequest todo) {
        var done = upload.commit(survey, todo);
        form.progress().step(UploadProgress.Step.COMMITTED);
        publish.run(todo.dataset());
        return UploadedView.of(done, record(todo.dataset()));
    }

    private DatasetRecord record(DatasetId id) {
        return datasets.find(id).orElseThrow(Problems::noDataset);
    }
}
