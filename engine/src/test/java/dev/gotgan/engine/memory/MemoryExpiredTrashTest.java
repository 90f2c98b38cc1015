package dev.gotgan.engine.memory;

import dev.gotgan.engine.care.ExpiredTrashContract;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryExpiredTrashTest extends ExpiredTrashContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
