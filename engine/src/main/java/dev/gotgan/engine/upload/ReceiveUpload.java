package dev.gotgan.engine.upload;

import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.upload.source.UploadRefused;
import dev.gotgan.engine.upload.source.UploadSource;
import dev.gotgan.engine.upload.survey.ShapeRule;
import dev.gotgan.engine.upload.survey.Survey;
import dev.gotgan.engine.upload.survey.SurveyUpload;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The walk of an upload that the server drives. Until `open` nothing is stored anywhere but in the spool;
/// whatever fails after it is aborted, and after a crash the sweep does that.
public final class ReceiveUpload {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveUpload.class);

    private final SurveyUpload survey;
    private final CommitLog commits;
    private final UploadSteps steps;

    ReceiveUpload(SurveyUpload survey, CommitLog commits, UploadSteps steps) {
        this.survey = survey;
        this.commits = commits;
        this.steps = steps;
    }

    /// Pass 1 and every check that needs no dataset.
    ///
    /// @throws UploadRefused and the container's own refusals: nothing was stored
    public Survey survey(UploadSource source, ShapeRule shape) throws IOException {
        LOG.info("upload step survey");
        return survey.of(source, shape);
    }

    /// Commits what was surveyed as the dataset's next generation; an upload that changes nothing makes none.
    ///
    /// @throws UploadRefused by the rules of labels-only; nothing was stored
    /// @throws CommitRefused nothing was changed
    public Uploaded commit(Survey upload, UploadRequest request) {
        var head = commits.findHead(request.dataset())
                .orElseThrow(
                        () -> new CommitRefused.DatasetGone(request.dataset().value()));
        var labels = LabelsOnly.check(request, upload);
        var plan = steps.plan().against(head, upload, replaces(request, labels));
        if (plan.changes().isEmpty()) {
            return unchanged(head, upload);
        }
        try (var opened = steps.open().run(session(request), plan.changes())) {
            var changes = opened.held(plan.changes());
            if (changes.isEmpty()) {
                return unchanged(head, upload);
            }
            LOG.info("upload step send {}", request.dataset());
            var sent = steps.send().from(upload, opened);
            LOG.info("upload step seal {}", request.dataset());
            var sealed = steps.seal().of(sent);
            var all = new CommitUpload.Sealed(sealed.session(), request.dataset(), changes, null);
            var result = steps.commit().of(all, upload.facts(), request.hint());
            var made = result.committed();
            return new Uploaded(
                    made.head(),
                    made.added(),
                    made.changed(),
                    made.removed(),
                    upload.files().size() - made.added() - made.changed(),
                    Optional.of(result.analysis()),
                    upload.warnings());
        }
    }

    private static Predicate<LogicalPath> replaces(UploadRequest request, Predicate<LogicalPath> labels) {
        return request.mode() == UploadMode.LABELS_REPLACE ? labels : path -> false;
    }

    private static NewSession session(UploadRequest request) {
        var kind = request.mode().labelsOnly() ? ChangeKind.LABELS : ChangeKind.UPLOAD;
        return new NewSession(request.dataset(), request.actor(), kind, request.message(), NewSession.Driver.SERVER);
    }

    private static Uploaded unchanged(Head head, Survey upload) {
        return new Uploaded(head, 0, 0, 0, upload.files().size(), Optional.empty(), upload.warnings());
    }
}
