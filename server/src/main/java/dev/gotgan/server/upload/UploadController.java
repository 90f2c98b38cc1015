package dev.gotgan.server.upload;

import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.upload.DeleteFiles;
import dev.gotgan.engine.upload.ReceiveUpload;
import dev.gotgan.engine.upload.UploadMode;
import dev.gotgan.engine.upload.UploadRequest;
import dev.gotgan.engine.upload.survey.ShapeRule;
import dev.gotgan.engine.upload.survey.Survey;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.work.PublishSoon;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Files coming in through the server, and files going away.
@RestController
final class UploadController {
    private final ReceiveRequest receive;
    private final ReceiveUpload upload;
    private final DeleteFiles delete;
    private final Datasets datasets;
    private final PublishSoon publish;

    UploadController(
            ReceiveRequest receive, ReceiveUpload upload, DeleteFiles delete, Datasets datasets, PublishSoon publish) {
        this.receive = receive;
        this.upload = upload;
        this.delete = delete;
        this.datasets = datasets;
        this.publish = publish;
    }

    record Deletion(List<String> paths) {}

    /// The record is made only when all of pass 1 is sound, and is invisible until its first commit.
    @PostMapping("/api/v1/datasets/upload")
    @Requires(Rule.LOGGED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    UploadedView create(HttpServletRequest request, HttpServletResponse response, Actor actor) throws IOException {
        try (var spool = receive.spool();
                var form = receive.run(request, spool)) {
            var fields = new UploadFields(form.received());
            var wanted = fields.newDataset(form.archiveName(), actor);
            try (var survey = surveyed(form, fields.shape())) {
                datasets.create(wanted, DatasetState.NEW, actor);
                var todo = new UploadRequest(
                        actor, wanted.id(), UploadMode.ADD, Format.UNKNOWN, wanted.hint(), fields.message());
                response.setHeader(HttpHeaders.LOCATION, "/api/v1/datasets/" + wanted.id());
                return committed(survey, todo);
            }
        }
    }

    @PostMapping("/api/v1/datasets/{id}/upload")
    @Requires(Rule.EDITOR)
    UploadedView add(@PathVariable DatasetId id, HttpServletRequest request, Actor actor) throws IOException {
        try (var spool = receive.spool();
                var form = receive.run(request, spool)) {
            var fields = new UploadFields(form.received());
            var present = record(id);
            var todo = new UploadRequest(
                    actor, id, fields.mode(), present.facts().format(), present.hint(), fields.message());
            try (var survey = surveyed(form, ShapeRule.AS_SENT)) {
                return committed(survey, todo);
            }
        }
    }

    @DeleteMapping("/api/v1/datasets/{id}/files")
    @Requires(Rule.EDITOR)
    UploadedView delete(@PathVariable DatasetId id, @RequestBody Deletion wanted, Actor actor) {
        var paths = wanted.paths().stream().map(LogicalPath::of).collect(Collectors.toSet());
        var done = delete.run(actor, id, paths, record(id).hint());
        publish.run(id);
        return UploadedView.of(done, record(id));
    }

    private Survey surveyed(UploadForm form, ShapeRule shape) throws IOException {
        var survey = upload.survey(form.source(), shape);
        try {
            receive.limits()
                    .room(survey.files().stream().mapToLong(FileEntry::size).sum());
            return survey;
        } catch (IOException | RuntimeException e) {
            survey.close();
            throw e;
        }
    }

    private UploadedView committed(Survey survey, UploadRequest todo) {
        var done = upload.commit(survey, todo);
        publish.run(todo.dataset());
        return UploadedView.of(done, record(todo.dataset()));
    }

    private DatasetRecord record(DatasetId id) {
        return datasets.find(id).orElseThrow(Problems::noDataset);
    }
}
