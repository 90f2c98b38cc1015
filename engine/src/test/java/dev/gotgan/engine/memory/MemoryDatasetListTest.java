package dev.gotgan.engine.memory;

import dev.gotgan.engine.catalog.DatasetListContract;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryDatasetListTest extends DatasetListContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
