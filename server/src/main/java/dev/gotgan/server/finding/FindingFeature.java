package dev.gotgan.server.finding;

import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.commit.CommitLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class FindingFeature {
    @Bean
    ProblemsController problemsController(CommitLog commits, FindingPages findings) {
        return new ProblemsController(commits, findings);
    }
}
