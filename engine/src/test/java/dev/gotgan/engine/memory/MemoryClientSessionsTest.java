package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.ClientSessionsContract;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryClientSessionsTest extends ClientSessionsContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
