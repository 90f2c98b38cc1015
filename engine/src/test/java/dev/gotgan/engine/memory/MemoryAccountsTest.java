package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.people.AccountsContract;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryAccountsTest extends AccountsContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
