package dev.gotgan.server.upload.direct;

import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.hash.Md5;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.direct.CommitDirect;
import dev.gotgan.engine.direct.PlanDirect;
import dev.gotgan.engine.direct.PreviewDirect;
import dev.gotgan.engine.direct.SealArrived;
import dev.gotgan.server.upload.UploadedView;
import dev.gotgan.server.web.Listing;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.live.UploadProgress;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.work.PublishSoon;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The steps of an upload that a client drives, between its beginning and its end.
@RestController
final class DirectUploadController {
    private final DirectUploads uploads;
    private final Steps steps;
    private final Datasets datasets;
    private final PublishSoon publish;

    DirectUploadController(DirectUploads uploads, Steps steps, Datasets datasets, PublishSoon publish) {
        this.uploads = uploads;
        this.steps = steps;
        this.datasets = datasets;
        this.publish = publish;
    }

    /// What the client walks through, in this order.
    record Steps(Ways plan, SealArrived seal, PreviewDirect preview, CommitDirect commit) {}

    /// Where links lead: a client that can't reach the store, as a page whose address the bucket's CORS rule
    /// lacks, sends the same files to the same keys by way of this server.
    record Ways(PlanDirect store, PlanDirect server) {
        PlanDirect by(String via) {
            return switch (via) {
                case "store" -> store;
                case "server" -> server;
                default -> throw new Refused(Code.INVALID_PARAMETER, "via must be store or server.");
            };
        }
    }

    record RowBody(
            @Nullable String path,
            @Nullable Long size,
            @Nullable String sha256,
            @Nullable String md5) {}

    record CommitBody(@Nullable List<String> remove) {}

    record SealedView(long missing, List<LogicalPath> paths) {}

    @PostMapping("/api/v1/datasets/{id}/uploads/{upload_id}/files")
    @Requires(Rule.EDITOR)
    List<AnswerView> plan(
            @PathVariable DatasetId id,
            @PathVariable("upload_id") String upload,
            @RequestParam(defaultValue = "store") String via,
            @RequestBody List<RowBody> rows,
            Actor actor) {
        if (rows.isEmpty() || rows.size() > Listing.MOST) {
            throw new Refused(Code.INVALID_PARAMETER, "A call plans 1 to " + Listing.MOST + " files.");
        }
        var plan = steps.plan().by(via);
        var session = uploads.own(id, upload, actor);
        var planned = rows.stream().map(DirectUploadController::row).toList();
        var answers = plan.of(session, planned, record(id).facts().format());
        tell(session, planned, answers);
        var views = new ArrayList<AnswerView>();
        for (int i = 0; i < planned.size(); i++) {
            views.add(AnswerView.of(planned.get(i).path(), answers.get(i)));
        }
        return views;
    }

    private void tell(OpenSession session, List<PlanDirect.Row> rows, List<PlanDirect.Answer> answers) {
        long files = 0;
        long bytes = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (!(answers.get(i) instanceof PlanDirect.Answer.Refused)) {
                files++;
                bytes += rows.get(i).size();
            }
        }
        uploads.planned(session, files, bytes);
    }

    private static PlanDirect.Row row(RowBody row) {
        if (row.path() == null || row.size() == null || row.sha256() == null || row.size() < 0) {
            throw new Refused(Code.FIELD_INVALID, "Each row has path, size (not negative) and sha256.");
        }
        try {
            var md5 = row.md5() == null ? null : Md5.parse(row.md5());
            return new PlanDirect.Row(row.path(), row.size(), Sha256.parse(row.sha256()), md5);
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    Code.FIELD_INVALID, "sha256 is 64 digits of lower-case hex, md5 (which may be left out) is 32.");
        }
    }

    /// Tells what has not arrived yet: whoever was interrupted asks this first.
    @PostMapping("/api/v1/datasets/{id}/uploads/{upload_id}/seal")
    @Requires(Rule.EDITOR)
    SealedView seal(@PathVariable DatasetId id, @PathVariable("upload_id") String upload, Actor actor) {
        var session = uploads.own(id, upload, actor);
        var missing = steps.seal().of(session.id()).missing();
        uploads.sealed(session, missing.size());
        return new SealedView(
                missing.size(), missing.stream().limit(Listing.MOST).toList());
    }

    /// Tells what a commit would make, and changes nothing.
    @PostMapping("/api/v1/datasets/{id}/uploads/{upload_id}/preview")
    @Requires(Rule.EDITOR)
    PreviewView preview(
            @PathVariable DatasetId id,
            @PathVariable("upload_id") String upload,
            @RequestBody CommitBody wanted,
            Actor actor)
            throws IOException {
        var now = record(id);
        var present = new CommitDirect.Present(now.facts().format(), now.hint());
        return PreviewView.of(steps.preview().of(uploads.own(id, upload, actor), removals(wanted), present));
    }

    @PostMapping("/api/v1/datasets/{id}/uploads/{upload_id}/commit")
    @Requires(Rule.EDITOR)
    UploadedView commit(
            @PathVariable DatasetId id,
            @PathVariable("upload_id") String upload,
            @RequestBody CommitBody wanted,
            Actor actor)
            throws IOException {
        var removals = removals(wanted);
        var session = DirectUploads.id(upload);
        if (!steps.commit().isCommitted(session, id)) {
            session = uploads.own(id, upload, actor).id();
        }
        var now = record(id);
        var done = steps.commit()
                .run(session, removals, new CommitDirect.Present(now.facts().format(), now.hint()));
        uploads.ended(session, UploadProgress.Step.COMMITTED);
        publish.run(id);
        return UploadedView.of(done, record(id));
    }

    private static List<LogicalPath> removals(CommitBody wanted) {
        return wanted.remove() == null
                ? List.of()
                : wanted.remove().stream().map(LogicalPath::of).toList();
    }

    private DatasetRecord record(DatasetId id) {
        return datasets.find(id).orElseThrow(Problems::noDataset);
    }
}
