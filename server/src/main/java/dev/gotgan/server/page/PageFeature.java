package dev.gotgan.server.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class PageFeature {
    @Bean
    PageController pageController() {
        return new PageController(WebFiles.ofThisBuild());
    }
}
