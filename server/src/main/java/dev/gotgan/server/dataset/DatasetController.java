package dev.gotgan.server.dataset;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.task.TaskId;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.work.PublishSoon;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// One dataset's record.
@RestController
final class DatasetController {
    private final ShowDataset show;
    private final CreateDataset create;
    private final EditDataset edit;
    private final DeleteDataset delete;
    private final PublishSoon publish;

    DatasetController(
            ShowDataset show, CreateDataset create, EditDataset edit, DeleteDataset delete, PublishSoon publish) {
        this.show = show;
        this.create = create;
        this.edit = edit;
        this.delete = delete;
        this.publish = publish;
    }

    record CountView(long objects, long bytes) {
        static CountView of(Datasets.Deletion counted) {
            return new CountView(counted.objects(), counted.bytes());
        }
    }

    record DeletedView(
            CountView deleted, CountView kept, @Nullable TaskId taskId) {}

    @PostMapping("/api/v1/datasets")
    @Requires(Rule.LOGGED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    DatasetView create(@RequestBody CreateDataset.Wanted wanted, Actor actor, HttpServletResponse response) {
        var id = create.run(wanted, actor);
        publish.run(id);
        response.setHeader(HttpHeaders.LOCATION, "/api/v1/datasets/" + id);
        return shown(id, actor, response);
    }

    @GetMapping("/api/v1/datasets/{id}")
    @Requires(Rule.VIEWER)
    DatasetView show(@PathVariable DatasetId id, Actor actor, HttpServletResponse response) {
        return shown(id, actor, response);
    }

    @PutMapping("/api/v1/datasets/{id}")
    @Requires(Rule.EDITOR)
    DatasetView edit(
            @PathVariable DatasetId id,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor,
            HttpServletResponse response) {
        edit.run(id, DatasetEdit.of(body), revision(ifMatch), actor);
        publish.run(id);
        return shown(id, actor, response);
    }

    /// `force` is for datasets that a running training needs; none does yet, so it changes nothing.
    @DeleteMapping("/api/v1/datasets/{id}")
    @Requires(Rule.OWNER)
    DeletedView delete(
            @PathVariable DatasetId id,
            @RequestParam(defaultValue = "false") boolean storage,
            @RequestParam(defaultValue = "false") boolean force,
            @RequestParam(name = "if_unused", defaultValue = "false") boolean ifUnused,
            @RequestParam(required = false) @Nullable UUID upload,
            Actor actor) {
        if (ifUnused && !storage) {
            throw new Refused(
                    Code.INVALID_PARAMETER, "if_unused goes with storage=true: an unused dataset holds nothing.");
        }
        var done = ifUnused
                ? delete.ifUnused(actor, id, upload == null ? null : new SessionId(upload))
                : storage ? delete.forGood(actor, id) : delete.toTrash(actor, id);
        return new DeletedView(CountView.of(done.deleted()), CountView.of(done.kept()), done.task());
    }

    /// The ETag stands for what people edit alone: it is for `If-Match`, never for a cache.
    private DatasetView shown(DatasetId id, Actor actor, HttpServletResponse response) {
        var shown = show.run(id, actor);
        response.setHeader(HttpHeaders.ETAG, "\"" + shown.record().revision() + "\"");
        return shown.view();
    }

    private static @Nullable Long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.strip().replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new Refused(Code.PRECONDITION_FAILED, "If-Match is no ETag of this dataset.");
        }
    }
}
