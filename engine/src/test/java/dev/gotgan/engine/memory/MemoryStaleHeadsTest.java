package dev.gotgan.engine.memory;

import dev.gotgan.engine.analysis.StaleHeadsContract;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryStaleHeadsTest extends StaleHeadsContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
