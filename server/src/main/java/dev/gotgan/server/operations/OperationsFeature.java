package dev.gotgan.server.operations;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class OperationsFeature {
    @Bean
    PrometheusMeterRegistry figures() {
        var figures = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(some -> some.bindTo(figures));
        return figures;
    }

    @Bean
    RequestFigures requestFigures(PrometheusMeterRegistry figures) {
        return new RequestFigures(figures);
    }

    @Bean
    HealthController healthController(DataSource database, ExecutorService background) {
        return new HealthController(new Health(database, background));
    }

    @Bean
    MetricsController metricsController(PrometheusMeterRegistry figures) {
        return new MetricsController(figures);
    }

    @Bean
    ApiController apiController() {
        return new ApiController();
    }
}
