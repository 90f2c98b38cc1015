package dev.gotgan.engine.memory;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.gallery.CountFigures;
import dev.gotgan.engine.gallery.Figures;
import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.gallery.ListedImage;
import dev.gotgan.engine.gallery.Upright;
import dev.gotgan.engine.memory.rows.CatalogRows;
import java.util.Optional;

final class MemoryImageFigures implements ImageFigures {
    private final CatalogRows all;
    private final MemoryImagePages pages;

    MemoryImageFigures(CatalogRows all) {
        this.all = all;
        this.pages = new MemoryImagePages(all);
    }

    @Override
    public Optional<Figures> find(DatasetId dataset, long generation) {
        return all.in(() -> all.find(dataset)
                .map(rows -> rows.classNames.get(generation))
                .map(names -> {
                    var count = new CountFigures(names.classes());
                    pages.page(dataset, generation, ImagePages.Wanted.ALL, null, Integer.MAX_VALUE)
                            .forEach(image -> add(count, image));
                    return count.figures();
                }));
    }

    private static void add(CountFigures count, ListedImage image) {
        count.images(image.row().split(), image.row().objects(), 1);
        image.classes().forEach(name -> count.inClass(name, image.row().split(), 1));
        count.sized(image.facts(), 1);
        var upright = Upright.of(image.facts());
        image.labels().forEach(label -> count.shape(label.className(), label.annotation(), upright));
    }
}
