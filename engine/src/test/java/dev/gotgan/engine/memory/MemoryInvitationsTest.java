package dev.gotgan.engine.memory;

import dev.gotgan.engine.catalog.InvitationsContract;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryInvitationsTest extends InvitationsContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
