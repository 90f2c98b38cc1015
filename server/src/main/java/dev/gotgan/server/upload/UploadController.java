package dev.gotgan.server.upload;

import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.upload.DeleteFiles;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.work.PublishSoon;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Files coming in through the server, and files going away.
@RestController
final class UploadController {
    private final ReceiveRequest receive;
    private final RunUpload upload;
    private final FinishLater later;
    private final DeleteFiles delete;
    private final Datasets datasets;
    private final PublishSoon publish;

    UploadController(
            ReceiveRequest receive,
            RunUpload upload,
            FinishLater later,
            DeleteFiles delete,
            Datasets datasets,
            PublishSoon publish) {
        this.receive = receive;
        this.upload = upload;
        this.later = later;
        this.delete = delete;
        this.datasets = datasets;
        this.publish = publish;
    }

    record Deletion(@Nullable List<String> paths) {}

    @PostMapping("/api/v1/datasets/upload")
    @Requires(Rule.LOGGED_IN)
    ResponseEntity<?> create(HttpServletRequest request, HttpServletResponse response, Actor actor) throws IOException {
        try (var received = receive.run(request, UploadFields.NEW, actor)) {
            var fields = received.fields();
            var wanted = fields.newDataset(received.form().archiveName(), actor);
            var shape = fields.shape();
            FinishLater.Work work = () -> upload.create(received.form(), shape, wanted, actor);
            if (later(request)) {
                return later.accept(received, wanted.id(), actor, work);
            }
            var done = work.run();
            response.setHeader(HttpHeaders.LOCATION, "/api/v1/datasets/" + wanted.id());
            return ResponseEntity.status(HttpStatus.CREATED).body(done);
        }
    }

    @PostMapping("/api/v1/datasets/{id}/upload")
    @Requires(Rule.EDITOR)
    ResponseEntity<?> add(@PathVariable DatasetId id, HttpServletRequest request, Actor actor) throws IOException {
        try (var received = receive.run(request, UploadFields.ADD, actor)) {
            var mode = received.fields().mode();
            FinishLater.Work work = () -> upload.add(received.form(), mode, id, actor);
            return later(request) ? later.accept(received, id, actor, work) : ResponseEntity.ok(work.run());
        }
    }

    @DeleteMapping("/api/v1/datasets/{id}/files")
    @Requires(Rule.EDITOR)
    UploadedView delete(@PathVariable DatasetId id, @RequestBody Deletion wanted, Actor actor) {
        if (wanted.paths() == null) {
            throw new Refused(Code.FIELD_INVALID, "Send paths, a list of what is to be removed.");
        }
        var paths = wanted.paths().stream().map(LogicalPath::of).collect(Collectors.toSet());
        var done = delete.run(actor, id, paths, record(id).hint());
        publish.run(id);
        return UploadedView.of(done, record(id));
    }

    /// RFC 7240: `Prefer: respond-async`, among other wishes perhaps.
    private static boolean later(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .anyMatch(wish -> wish.strip().equalsIgnoreCase("respond-async"));
    }

    private DatasetRecord record(DatasetId id) {
        return datasets.find(id).orElseThrow(Problems::noDataset);
    }
}
