package dev.gotgan.catalog.postgres.task;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.task.Task;
import dev.gotgan.engine.task.TaskId;
import dev.gotgan.engine.task.Tasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// [Tasks] on PostgreSQL.
public final class PostgresTasks implements Tasks {
    private final Database database;

    public PostgresTasks(Database database) {
        this.database = database;
    }

    @Override
    public TaskId create(String kind, @Nullable DatasetId dataset, Actor actor) {
        var task = TaskId.random();
        database.sql("""
                insert into tasks (id, kind, dataset, author, created_at, changed_at)
                values (:id, :kind, :dataset, :author::integer, clock_timestamp(), clock_timestamp())
                """)
                .param("id", task.value())
                .param("kind", kind)
                .param("dataset", dataset == null ? null : dataset.value())
                .param("author", Columns.id(actor))
                .update();
        return task;
    }

    @Override
    public void progress(TaskId task, Task.Progress progress) {
        database.sql("""
                update tasks
                   set done = :done, total = :total, bytes_done = :bytes_done, bytes_total = :bytes_total,
                       message = :message, changed_at = clock_timestamp()
                 where id = :id and state = 'running'
                """)
                .param("id", task.value())
                .param("done", progress.done())
                .param("total", progress.total())
                .param("bytes_done", progress.bytesDone())
                .param("bytes_total", progress.bytesTotal())
                .param("message", Columns.clean(progress.message()))
                .update();
    }

    @Override
    public void succeed(TaskId task, String result) {
        database.sql("""
                update tasks
                   set state = 'succeeded', result = :result::jsonb, changed_at = clock_timestamp()
                 where id = :id and state = 'running'
                """).param("id", task.value()).param("result", result).update();
    }

    @Override
    public void fail(TaskId task, Task.Failure failure) {
        database.sql("""
                update tasks
                   set state = 'failed', failure_code = :code, failure = :detail, changed_at = clock_timestamp()
                 where id = :id and state = 'running'
                """)
                .param("id", task.value())
                .param("code", failure.code())
                .param("detail", Columns.clean(failure.detail()))
                .update();
    }

    @Override
    public Optional<Task> find(TaskId task) {
        return database.sql("select * from tasks where id = :id")
                .param("id", task.value())
                .query((row, n) -> task(row))
                .optional();
    }

    @Override
    public int interruptRunning() {
        return database.sql("""
                update tasks
                   set state = 'failed', failure_code = :code, failure = :detail,
                       changed_at = clock_timestamp()
                 where state = 'running'
                """)
                .param("code", INTERRUPTED)
                .param(
                        "detail",
                        "The server stopped meanwhile. What was to be changed is whole, with the change or"
                                + " without it: look, and start it again if need be.")
                .update();
    }

    private static Task task(ResultSet row) throws SQLException {
        var code = row.getString("failure_code");
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                Columns.datasetOrNull(row, "dataset"),
                Columns.userOrNull(row, "author"),
                Task.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Task.Progress(
                        row.getLong("done"),
                        row.getLong("total"),
                        row.getLong("bytes_done"),
                        row.getLong("bytes_total"),
                        row.getString("message")),
                row.getString("result"),
                code == null ? null : new Task.Failure(code, row.getString("failure")),
                Columns.time(row, "created_at"),
                Columns.time(row, "changed_at"));
    }
}
