package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.store.doctor.StoreReportsContract;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryStoreReportsTest extends StoreReportsContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
