package dev.gotgan.engine.task;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A piece of long work as it stands.
///
/// @param kind    as `upload` or `delete`
/// @param dataset null where it concerns none
/// @param author  who asked for it; null for Gotgan itself or a person who is gone
/// @param result  what it made, a JSON object that the kind defines; null until it succeeded
/// @param failure null unless it failed
public record Task(
        TaskId id,
        String kind,
        @Nullable DatasetId dataset,
        @Nullable UserId author,
        State state,
        Progress progress,
        @Nullable String result,
        @Nullable Failure failure,
        Instant created,
        Instant changed) {
    public enum State {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    /// How far it is; a total is 0 while nobody knows it.
    ///
    /// @param message what it does right now; may be empty
    public record Progress(long done, long total, long bytesDone, long bytesTotal, String message) {
        public static final Progress NONE = new Progress(0, 0, 0, 0, "");
    }

    /// Why it ended badly.
    ///
    /// @param code of `spec/codes.md`
    public record Failure(String code, String detail) {}
}
