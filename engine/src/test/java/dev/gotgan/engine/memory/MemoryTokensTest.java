package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.people.TokensContract;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryTokensTest extends TokensContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
