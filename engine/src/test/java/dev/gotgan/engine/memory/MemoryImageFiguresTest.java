package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.gallery.ImageFiguresContract;
import dev.gotgan.engine.testing.CatalogFixture;

final class MemoryImageFiguresTest extends ImageFiguresContract {
    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new MemoryFixture(timing);
    }
}
