package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.TreeContract;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryTreeTest extends TreeContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
