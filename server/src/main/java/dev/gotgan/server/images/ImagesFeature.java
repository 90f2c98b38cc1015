package dev.gotgan.server.images;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.read.OpenFile;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.imaging.Thumbnails;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.reading.Generations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class ImagesFeature {
    /// Some 100,000 thumbnails of a tile's size.
    private static final long KEPT_BYTES = 2L << 30;

    @Bean
    ThumbnailController thumbnailController(
            Generations generations, Tree tree, ObjectStore store, ImagePages images, Settings settings) {
        var natives = settings.data().resolve("natives");
        var pictures = new MakeThumbnail(images, new OpenFile(tree, store), Thumbnails.unpackedIn(natives));
        var kept = new KeptThumbnails(settings.data().resolve("thumbnails"), KEPT_BYTES);
        return new ThumbnailController(generations, tree, kept, pictures);
    }

    @Bean
    ImagesController imagesController(Generations generations, ImagePages images, ImageFigures figures) {
        return new ImagesController(generations, images, figures);
    }
}
