package dev.gotgan.server.dataset;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.publish.RemoveDatasets;
import dev.gotgan.engine.task.Task;
import dev.gotgan.engine.task.TaskId;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// To the trash, where files stay for thirty days; or away for good, with all bytes.
final class DeleteDataset {
    private static final Logger LOG = LoggerFactory.getLogger(DeleteDataset.class);

    private final Datasets datasets;
    private final RemoveDatasets objects;
    private final Tasks tasks;
    private final Executor background;

    DeleteDataset(Datasets datasets, RemoveDatasets objects, Tasks tasks, Executor background) {
        this.datasets = datasets;
        this.objects = objects;
        this.tasks = tasks;
        this.background = background;
    }

    /// What went and what stayed, counted from the rows.
    ///
    /// @param task removes the objects; null where all of them stay
    record Deleted(
            Datasets.Deletion deleted,
            Datasets.Deletion kept,
            @Nullable TaskId task) {}

    Deleted toTrash(Actor actor, DatasetId dataset) {
        var head = datasets.find(dataset).orElseThrow(Problems::noDataset).head();
        datasets.trash(dataset, actor);
        return new Deleted(new Datasets.Deletion(0, 0), new Datasets.Deletion(head.files(), head.bytes()), null);
    }

    Deleted forGood(Actor actor, DatasetId dataset) {
        return removing(actor, dataset, datasets.delete(dataset, actor));
    }

    /// @param upload the caller's own, which ends with it; null for none
    Deleted ifUnused(Actor actor, DatasetId dataset, @Nullable SessionId upload) {
        var gone = datasets.deleteUnused(dataset, upload, actor)
                .orElseThrow(() -> new Refused(
                        Code.PRECONDITION_FAILED,
                        "Something was committed to this dataset, or another upload to it is under way; it stays."));
        return removing(actor, dataset, gone);
    }

    private Deleted removing(Actor actor, DatasetId dataset, Datasets.Deletion gone) {
        var task = tasks.create("delete", dataset, actor);
        background.execute(() -> remove(dataset, gone, task));
        return new Deleted(gone, new Datasets.Deletion(0, 0), task);
    }

    /// What this can't finish, the sweep will; the task says so and ends.
    private void remove(DatasetId dataset, Datasets.Deletion gone, TaskId task) {
        try {
            objects.remove(dataset);
            tasks.succeed(task, "{\"objects\":%d,\"bytes\":%d}".formatted(gone.objects(), gone.bytes()));
        } catch (RuntimeException e) {
            LOG.warn("removing the objects of {} failed, it is tried again", dataset, e);
            tasks.fail(task, new Task.Failure("unavailable", "The store does not answer; the removal is repeated."));
        }
    }
}
