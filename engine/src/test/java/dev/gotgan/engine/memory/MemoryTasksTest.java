package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.task.TasksContract;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryTasksTest extends TasksContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
