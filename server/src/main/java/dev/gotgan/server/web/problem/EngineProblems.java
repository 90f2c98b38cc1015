package dev.gotgan.server.web.problem;

import dev.gotgan.engine.analysis.TooManyFiles;
import dev.gotgan.engine.archive.ArchiveRefused;
import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.direct.answer.UploadIncomplete;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.read.ContentLost;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.upload.source.UploadRefused;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the engine throws, as callers are told it.
final class EngineProblems {
    static final Problem NO_DATASET =
            Problem.of(Code.DATASET_NOT_FOUND, "There is no such dataset, or you may not see it.");

    /// So many paths of one problem are named; the rest is counted.
    private static final int MOST_NAMED = 1000;

    /// What the publisher takes to clear away what an upload had sent, when nothing else is under way.
    private static final String CLEARED_AWAY_SECONDS = "2";

    private static final Logger LOG = LoggerFactory.getLogger(EngineProblems.class);

    private EngineProblems() {}

    /// Empty for what the engine should never have thrown.
    static Optional<Problem> find(Throwable failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case PathRefused e -> path(e);
                    case UploadRefused e -> upload(e);
                    case UploadIncomplete e -> incomplete(e);
                    case ArchiveRefused e -> archive(e);
                    case CommitRefused e -> commit(e);
                    case Datasets.IdTaken e -> Problem.of(Code.ID_TAKEN, message(e));
                    case Accounts.EmailTaken e -> Problem.of(Code.EMAIL_TAKEN, message(e));
                    case DatasetList.BadCursor _ ->
                        Problem.of(Code.INVALID_PARAMETER, "cursor is not one of this list: begin without it.");
                    case TooManyFiles.ForThisServer e -> Problem.of(Code.TOO_MANY_FILES, message(e));
                    case TooManyFiles.JustNow e ->
                        Problem.of(Code.BUSY, message(e)).withHeader("Retry-After", "60");
                    case ContentLost e -> Problem.of(Code.CONTENT_LOST, message(e));
                    case StoreException.Full _ ->
                        Problem.of(Code.INSUFFICIENT_STORAGE, "The store is full; nothing was changed.");
                    case StoreException.Unavailable e when e.isLasting() -> refusedByStore(e);
                    case StoreException _ ->
                        Problem.of(Code.UNAVAILABLE, "The store does not answer as it should; try again later.");
                    default -> null;
                });
    }

    /// Its own words, for who can do something about it: a key that was withdrawn, a bucket that is gone.
    private static Problem refusedByStore(StoreException.Unavailable refused) {
        LOG.warn("the store refuses what it is asked: {}", String.valueOf(refused.getCause()));
        var words = refused.getCause() == null
                ? message(refused)
                : refused.getCause().getMessage();
        return Problem.of(
                Code.UNAVAILABLE,
                "The store refuses what the server asks of it (%s). Whoever runs the server can help; try again then."
                        .formatted(words));
    }

    private static Problem path(PathRefused refused) {
        var code = Code.find(refused.code()).orElse(Code.PATH_AMBIGUOUS);
        return Problem.of(code, refused.why(), List.of(new Problem.Item(refused.path(), 0, code, refused.why())));
    }

    private static Problem upload(UploadRefused refused) {
        var code = Code.find(refused.code()).orElse(Code.CONFLICT);
        var items = refused.offences().stream()
                .map(each -> new Problem.Item(each.path(), 0, code, each.detail()))
                .toList();
        return Problem.of(code, message(refused), items);
    }

    private static Problem incomplete(UploadIncomplete refused) {
        var items = refused.missing().stream()
                .limit(MOST_NAMED)
                .map(path -> new Problem.Item(path.value(), 0, Code.FILES_MISSING, "has not arrived"))
                .toList();
        return Problem.of(Code.FILES_MISSING, message(refused), items)
                .with("missing", refused.missing().size());
    }

    private static Problem archive(ArchiveRefused refused) {
        var code = Code.find(refused.code()).orElse(Code.ARCHIVE_CORRUPT);
        return Problem.of(code, message(refused));
    }

    private static Problem commit(CommitRefused refused) {
        return switch (refused) {
            case CommitRefused.DatasetGone _ -> NO_DATASET;
            case CommitRefused.SessionGone e -> Problem.of(Code.CONFLICT, message(e));
            case CommitRefused.PathHeld e -> held(e);
            case CommitRefused.BaseMoved _ ->
                Problem.of(Code.HEAD_MOVED, "The dataset was changed meanwhile, again and again; try once more.");
            case CommitRefused.Unsealed e -> Problem.of(Code.CONFLICT, message(e));
            case CommitRefused.Collision e ->
                Problem.of(
                        Code.PATH_COLLISION,
                        message(e),
                        List.of(new Problem.Item(e.path().value(), 0, Code.PATH_COLLISION, message(e))));
        };
    }

    private static Problem held(CommitRefused.PathHeld refused) {
        var problem = Problem.of(Code.PATH_RESERVED_BY_UPLOAD, message(refused))
                .with("path", refused.path())
                .with("upload_id", refused.holder())
                .with("held_by", refused.person());
        return refused.until()
                .map(until -> problem.with("expires_at", until))
                .orElseGet(() -> problem.withHeader("Retry-After", CLEARED_AWAY_SECONDS));
    }

    private static String message(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
