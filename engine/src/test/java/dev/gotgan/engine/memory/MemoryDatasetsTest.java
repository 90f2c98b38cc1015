package dev.gotgan.engine.memory;

import dev.gotgan.engine.catalog.DatasetsContract;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryDatasetsTest extends DatasetsContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
