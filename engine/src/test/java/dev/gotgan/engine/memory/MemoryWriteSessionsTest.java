package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.WriteSessionsContract;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryWriteSessionsTest extends WriteSessionsContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
