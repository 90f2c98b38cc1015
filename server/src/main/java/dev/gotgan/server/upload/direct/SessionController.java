package dev.gotgan.server.upload.direct;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.format.LabelPaths;
import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.live.UploadProgress;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Uploads that clients drive, as they begin and as they end without a commit.
@RestController
final class SessionController {
    private final DirectUploads uploads;
    private final WriteSessions sessions;
    private final Datasets datasets;
    private final StoreTrust trust;

    SessionController(DirectUploads uploads, WriteSessions sessions, Datasets datasets, StoreTrust trust) {
        this.uploads = uploads;
        this.sessions = sessions;
        this.datasets = datasets;
        this.trust = trust;
    }

    record Opening(
            @Nullable Boolean labelsOnly,
            @Nullable String mode,
            @Nullable String message,
            @Nullable Long base) {}

    @PostMapping("/api/v1/datasets/{id}/uploads")
    @Requires(Rule.EDITOR)
    @ResponseStatus(HttpStatus.CREATED)
    SessionView open(@PathVariable DatasetId id, @RequestBody Opening wanted, Actor actor) {
        if (trust.directUpload() == DirectUpload.REFUSED) {
            throw new Refused(
                    Code.DIRECT_UPLOAD_UNAVAILABLE,
                    "The bucket was not seen to keep what direct upload rests on (gotgan store doctor); send the files"
                            + " through the server: POST /api/v1/datasets/{id}/upload.");
        }
        boolean labels = Boolean.TRUE.equals(wanted.labelsOnly());
        if (labels) {
            var format =
                    datasets.find(id).orElseThrow(Problems::noDataset).facts().format();
            if (!LabelPaths.areFiles(format)) {
                throw new Refused(
                        Code.LABELS_ONLY_UNSUPPORTED,
                        "In an imagefolder dataset the folder is the label: move the images instead.");
            }
        }
        var message = wanted.message() == null ? "" : wanted.message();
        return view(uploads.open(new NewSession(
                id,
                actor,
                labels ? ChangeKind.LABELS : ChangeKind.UPLOAD,
                message,
                NewSession.Driver.CLIENT,
                unsent(wanted.mode(), labels),
                wanted.base())));
    }

    private static NewSession.Unsent unsent(@Nullable String mode, boolean labels) {
        return switch (mode == null ? "merge" : mode) {
            case "merge" -> NewSession.Unsent.KEPT;
            case "replace" -> {
                if (!labels) {
                    throw new Refused(Code.INVALID_PARAMETER, "mode may be replace only together with labels_only.");
                }
                yield NewSession.Unsent.LABELS_REMOVED;
            }
            default -> throw new Refused(Code.INVALID_PARAMETER, "mode must be merge or replace.");
        };
    }

    @GetMapping("/api/v1/datasets/{id}/uploads")
    @Requires(Rule.EDITOR)
    List<SessionView> list(@PathVariable DatasetId id) {
        return sessions.open(id).stream()
                .filter(session -> session.opened().driver() == NewSession.Driver.CLIENT)
                .map(this::view)
                .toList();
    }

    @GetMapping("/api/v1/datasets/{id}/uploads/{upload_id}")
    @Requires(Rule.EDITOR)
    SessionView show(@PathVariable DatasetId id, @PathVariable("upload_id") String upload) {
        return view(uploads.of(id, upload));
    }

    private SessionView view(OpenSession session) {
        return SessionView.of(session, sessions.settled(session.id()));
    }

    @DeleteMapping("/api/v1/datasets/{id}/uploads/{upload_id}")
    @Requires(Rule.EDITOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abort(@PathVariable DatasetId id, @PathVariable("upload_id") String upload) {
        var session = uploads.of(id, upload).id();
        sessions.abort(session);
        uploads.ended(session, UploadProgress.Step.ENDED);
    }
}
