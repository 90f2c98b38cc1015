package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.CommitLogContract;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryCommitLogTest extends CommitLogContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
