package dev.gotgan.engine.memory;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.task.Task;
import dev.gotgan.engine.task.TaskId;
import dev.gotgan.engine.task.Tasks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class MemoryTasks implements Tasks {
    private static final Task.Failure CUT_OFF = new Task.Failure(INTERRUPTED, "The server stopped meanwhile.");

    private final CatalogRows all;

    MemoryTasks(CatalogRows all) {
        this.all = all;
    }

    @Override
    public TaskId create(String kind, @Nullable DatasetId dataset, Actor actor) {
        return all.in(() -> {
            var now = all.now();
            var id = TaskId.random();
            var author = actor.findId().orElse(null);
            all.tasks.put(
                    id,
                    new Task(id, kind, dataset, author, Task.State.RUNNING, Task.Progress.NONE, null, null, now, now));
            return id;
        });
    }

    @Override
    public void progress(TaskId task, Task.Progress progress) {
        change(task, Task.State.RUNNING, progress, null, null);
    }

    @Override
    public void succeed(TaskId task, String result) {
        change(task, Task.State.SUCCEEDED, null, result, null);
    }

    @Override
    public void fail(TaskId task, Task.Failure failure) {
        change(task, Task.State.FAILED, null, null, failure);
    }

    private void change(
            TaskId task,
            Task.State state,
            Task.@Nullable Progress progress,
            @Nullable String result,
            Task.@Nullable Failure failure) {
        all.run(() -> findRunning(task)
                .ifPresent(old -> all.tasks.put(
                        task,
                        new Task(
                                task,
                                old.kind(),
                                old.dataset(),
                                old.author(),
                                state,
                                progress == null ? old.progress() : progress,
                                result,
                                failure,
                                old.created(),
                                all.now()))));
    }

    private Optional<Task> findRunning(TaskId task) {
        return Optional.ofNullable(all.tasks.get(task)).filter(found -> found.state() == Task.State.RUNNING);
    }

    @Override
    public Optional<Task> find(TaskId task) {
        return all.in(() -> Optional.ofNullable(all.tasks.get(task)).map(this::named));
    }

    private Task named(Task task) {
        var author = task.author() != null && all.people.containsKey(task.author()) ? task.author() : null;
        return new Task(
                task.id(),
                task.kind(),
                task.dataset(),
                author,
                task.state(),
                task.progress(),
                task.result(),
                task.failure(),
                task.created(),
                task.changed());
    }

    @Override
    public int interruptRunning() {
        return all.in(() -> {
            var running = List.copyOf(all.tasks.keySet()).stream()
                    .filter(task -> findRunning(task).isPresent())
                    .toList();
            running.forEach(task -> fail(task, CUT_OFF));
            return running.size();
        });
    }
}
