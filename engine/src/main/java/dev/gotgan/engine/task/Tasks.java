package dev.gotgan.engine.task;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tasks of an installation. Each call is one transaction; a task that ended never changes again.
public interface Tasks {
    /// The code of a task that a restart of the server cut off.
    String INTERRUPTED = "interrupted";

    /// Makes a running task.
    TaskId create(String kind, @Nullable DatasetId dataset, Actor actor);

    void progress(TaskId task, Task.Progress progress);

    /// Ends a task well.
    ///
    /// @param result a JSON object that the task's kind defines
    void succeed(TaskId task, String result);

    void fail(TaskId task, Task.Failure failure);

    Optional<Task> find(TaskId task);

    /// At the server's start: every task still running fails with [#INTERRUPTED].
    ///
    /// @return how many
    int interruptRunning();
}
