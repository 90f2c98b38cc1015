package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.publish.DoomedCopiesContract;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryDoomedCopiesTest extends DoomedCopiesContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
