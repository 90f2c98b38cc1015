package dev.gotgan.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.task.Task.Failure;
import dev.gotgan.engine.task.Task.Progress;
import dev.gotgan.engine.task.Task.State;
import dev.gotgan.engine.testing.CatalogContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What [Tasks] promises: how far work is, and that its end is the end.
public abstract class TasksContract extends CatalogContract {
    private static final DatasetId CATS = new DatasetId("det-cats-10");

    private Task find(TaskId task) {
        return catalog.tasks().find(task).orElseThrow();
    }

    @Test
    void aTaskBeginsWithNothingDone() {
        var task = catalog.tasks().create("verify", CATS, story.actor());
        assertThat(find(task))
                .returns(task, Task::id)
                .returns("verify", Task::kind)
                .returns(CATS, Task::dataset)
                .returns(story.actor().findId().orElseThrow(), Task::author)
                .returns(State.RUNNING, Task::state)
                .returns(Progress.NONE, Task::progress)
                .returns(null, Task::result)
                .returns(null, Task::failure);
        assertThat(catalog.tasks().find(TaskId.random())).isEmpty();
    }

    @Test
    void aTaskOfGotganItselfHasNoAuthorAndMayBeAboutNothing() {
        var task = catalog.tasks().create("store-probe", null, new Actor.Itself());
        assertThat(find(task)).returns(null, Task::author).returns(null, Task::dataset);
    }

    @Test
    void itSaysHowFarItIsAndWhenThatChanged() {
        var task = catalog.tasks().create("verify", CATS, story.actor());
        catalog.passTime(Duration.ofMinutes(1));
        var progress = new Progress(3, 10, 300, 1000, "labels/3.txt");
        catalog.tasks().progress(task, progress);
        assertThat(find(task)).returns(progress, Task::progress).returns(State.RUNNING, Task::state);
        assertThat(find(task).changed()).isAfter(find(task).created().plusSeconds(59));
    }

    @Test
    void whatEndedNeverChangesAgain() {
        var well = catalog.tasks().create("verify", CATS, story.actor());
        var badly = catalog.tasks().create("verify", CATS, story.actor());
        var progress = new Progress(1, 2, 0, 0, "half");
        catalog.tasks().progress(well, progress);
        catalog.tasks().succeed(well, "{}");
        catalog.tasks().fail(badly, new Failure("content_lost", "a.jpg is gone"));
        for (var task : new TaskId[] {well, badly}) {
            var before = find(task);
            catalog.tasks().progress(task, new Progress(9, 9, 9, 9, "late"));
            catalog.tasks().succeed(task, "{\"late\": true}");
            catalog.tasks().fail(task, new Failure("late", "late"));
            assertThat(find(task)).isEqualTo(before);
        }
        assertThat(find(well))
                .returns(State.SUCCEEDED, Task::state)
                .returns("{}", Task::result)
                .returns(progress, Task::progress)
                .returns(null, Task::failure);
        assertThat(find(badly))
                .returns(State.FAILED, Task::state)
                .returns(new Failure("content_lost", "a.jpg is gone"), Task::failure)
                .returns(null, Task::result);
    }

    @Test
    void aStartOfTheServerEndsWhatWasRunning() {
        var running = catalog.tasks().create("verify", CATS, story.actor());
        var done = catalog.tasks().create("verify", CATS, story.actor());
        catalog.tasks().succeed(done, "{}");
        assertThat(catalog.tasks().interruptRunning()).isEqualTo(1);
        assertThat(catalog.tasks().interruptRunning()).isZero();
        assertThat(find(running).failure()).isNotNull().returns(Tasks.INTERRUPTED, Failure::code);
        assertThat(find(done).state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aTaskOutlivesWhoAskedForIt() {
        var eve = catalog.person("Eve");
        var task = catalog.tasks().create("verify", null, new Actor.Person(eve, false, false));
        catalog.accounts().remove(eve, null, story.actor());
        assertThat(find(task)).returns(null, Task::author).returns(State.RUNNING, Task::state);
    }
}
