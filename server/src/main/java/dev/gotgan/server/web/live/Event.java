package dev.gotgan.server.web.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.task.TaskId;
import org.jspecify.annotations.Nullable;

/// What is told, as `spec/events.md` has it.
///
/// @param checked files that were looked through before they are stored; null where none were
/// @param message one word, or empty
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Event(
        String type,
        @Nullable DatasetId datasetId,
        @Nullable TaskId taskId,
        @Nullable String uploadId,
        @Nullable String jobId,
        long done,
        long total,
        long bytesDone,
        long bytesTotal,
        @Nullable Long checked,
        String message) {
    /// One that is about nothing but its reader.
    public static Event of(String type) {
        return new Event(type, null, null, null, null, 0, 0, 0, 0, null, "");
    }

    public static Event of(String type, DatasetId dataset) {
        return new Event(type, dataset, null, null, null, 0, 0, 0, 0, null, "");
    }

    /// Of what has the same name, a reader who is behind is told only the newest.
    String name() {
        return uploadId != null ? type + " " + uploadId : type + " " + (taskId == null ? datasetId : taskId);
    }
}
