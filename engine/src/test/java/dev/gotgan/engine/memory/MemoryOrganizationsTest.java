package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.people.OrganizationsContract;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryOrganizationsTest extends OrganizationsContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
