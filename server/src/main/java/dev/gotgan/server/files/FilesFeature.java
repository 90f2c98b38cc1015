package dev.gotgan.server.files;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.read.OpenFile;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.Presigner;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.server.web.PublicAddress;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.reading.Generations;
import dev.gotgan.server.web.signin.SecretKey;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class FilesFeature {
    @Bean
    ListingController listingController(Generations generations, Tree tree, JsonMapper json) {
        return new ListingController(generations, tree, json);
    }

    @Bean
    DownloadLinks downloadLinks(
            SecretKey key, InstantSource clock, Settings settings, Optional<Presigner> presigner, StoreTrust trust) {
        return new DownloadLinks(key, clock, new PublicAddress(settings.http()), presigner, trust);
    }

    @Bean
    FileController fileController(Generations generations, DownloadLinks links, Tree tree, ObjectStore store) {
        return new FileController(generations, new SendFile(tree, new OpenFile(tree, store)), links, tree);
    }
}
