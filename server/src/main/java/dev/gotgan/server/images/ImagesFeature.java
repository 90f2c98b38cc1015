package dev.gotgan.server.images;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.read.OpenFile;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.imaging.Thumbnails;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.reading.Generations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class ImagesFeature {
    private static final Logger LOG = LoggerFactory.getLogger(ImagesFeature.class);

    /// Some 100,000 thumbnails of a tile's size.
    private static final long KEPT_BYTES = 2L << 30;

    @Bean
    ThumbnailController thumbnailController(
            Generations generations, Tree tree, ObjectStore store, ImagePages images, Settings settings) {
        var natives = settings.data().resolve("natives");
        var pictures = new MakeThumbnail(images, new OpenFile(tree, store), Thumbnails.unpackedIn(natives));
        var folder = settings.data().resolve("thumbnails");
        var kept = new KeptThumbnails(
                folder,
                KEPT_BYTES,
                why -> LOG.error(
                        "No thumbnails can be kept in {}, each is drawn anew until that works again: {}",
                        folder,
                        why.toString()));
        return new ThumbnailController(generations, tree, kept, pictures);
    }

    @Bean
    ImagesController imagesController(Generations generations, ImagePages images, ImageFigures figures) {
        return new ImagesController(generations, images, figures);
    }
}
