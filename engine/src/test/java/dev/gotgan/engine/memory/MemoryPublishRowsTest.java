package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.publish.PublishRowsContract;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryPublishRowsTest extends PublishRowsContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
