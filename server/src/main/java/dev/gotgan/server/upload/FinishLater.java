package dev.gotgan.server.upload;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.task.Task;
import dev.gotgan.engine.task.TaskId;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.web.problem.Problems;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// Goes on with an upload whose body is in, as a task that its caller looks at when they like.
final class FinishLater {
    private static final Logger LOG = LoggerFactory.getLogger(FinishLater.class);
    private static final String KIND = "upload";

    private final Tasks tasks;
    private final Executor background;
    private final JsonMapper json;

    FinishLater(Tasks tasks, Executor background, JsonMapper json) {
        this.tasks = tasks;
        this.background = background;
        this.json = json;
    }

    /// What is left to do; it may throw whatever a request may.
    interface Work {
        UploadedView run() throws IOException;
    }

    /// An upload that goes on after its request was answered.
    record AcceptedView(DatasetId datasetId, String status, TaskId taskId) {}

    /// The task has the answer that the caller would have got, or the code of its refusal; if the server dies first,
    /// the task says so at the next start, and the upload is there whole or not at all.
    ResponseEntity<AcceptedView> accept(ReceivedForm received, DatasetId dataset, Actor actor, Work work) {
        var task = tasks.create(KIND, dataset, actor);
        received.handOver();
        background.execute(() -> finishOrLeave(received, task, work));
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/api/v1/tasks/" + task)
                .header("Preference-Applied", "respond-async")
                .body(new AcceptedView(dataset, "analyzing", task));
    }

    /// A task that can't even be told to have failed (the database is gone) ends with the server's next start.
    private void finishOrLeave(ReceivedForm received, TaskId task, Work work) {
        try {
            finish(received, task, work);
        } catch (RuntimeException e) {
            LOG.warn("task {} is left to the next start: {}", task, e.toString());
        }
    }

    private void finish(ReceivedForm received, TaskId task, Work work) {
        try {
            try {
                tasks.succeed(task, json.writeValueAsString(work.run()));
            } finally {
                received.end();
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("task {} failed: {}", task, e.toString());
            var problem = Problems.of(e);
            tasks.fail(task, new Task.Failure(problem.code().wire(), problem.detail()));
        }
    }
}
