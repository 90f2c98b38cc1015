package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.gallery.ImagePagesContract;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryImagePagesTest extends ImagePagesContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
