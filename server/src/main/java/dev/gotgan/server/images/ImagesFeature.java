package dev.gotgan.server.images;

import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.server.web.reading.Generations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class ImagesFeature {
    @Bean
    ImagesController imagesController(Generations generations, ImagePages images, ImageFigures figures) {
        return new ImagesController(generations, images, figures);
    }
}
