package dev.gotgan.server.task;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.task.Task;
import dev.gotgan.engine.task.TaskId;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// A piece of long work, for who may read the dataset it is about.
@RestController
final class TaskController {
    private final Tasks tasks;

    TaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    /// @param status `running`, `succeeded` or `failed`
    /// @param result a JSON object that the kind defines; null until it succeeded
    record TaskView(
            TaskId taskId,
            String kind,
            String status,
            @Nullable DatasetId datasetId,
            long done,
            long total,
            long bytesDone,
            long bytesTotal,
            String message,
            @JsonRawValue @Nullable String result,
            @Nullable FailureView error,
            Instant createdAt,
            Instant updatedAt) {
        static TaskView of(Task task) {
            var failure = task.failure();
            return new TaskView(
                    task.id(),
                    task.kind(),
                    task.state().name().toLowerCase(Locale.ROOT),
                    task.dataset(),
                    task.progress().done(),
                    task.progress().total(),
                    task.progress().bytesDone(),
                    task.progress().bytesTotal(),
                    task.progress().message(),
                    task.result(),
                    failure == null ? null : new FailureView(failure.code(), failure.detail()),
                    task.created(),
                    task.changed());
        }
    }

    record FailureView(String code, String detail) {}

    @GetMapping("/api/v1/tasks/{task_id}")
    @Requires(Rule.TASK_VIEWER)
    TaskView show(@PathVariable("task_id") UUID task) {
        return tasks.find(new TaskId(task))
                .map(TaskView::of)
                .orElseThrow(() -> new Refused(Code.NOT_FOUND, "There is no such task, or you may not see it."));
    }
}
