package dev.gotgan.engine.memory;

import dev.gotgan.engine.catalog.FindingPagesContract;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryFindingPagesTest extends FindingPagesContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
