package dev.gotgan.server.operations;

import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Figures for Prometheus, which comes with an admin's read-only token.
@RestController
final class MetricsController {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry figures;

    MetricsController(PrometheusMeterRegistry figures) {
        this.figures = figures;
    }

    @GetMapping("/actuator/prometheus")
    @Requires(Rule.ADMIN)
    void prometheus(HttpServletResponse response) throws IOException {
        response.setContentType(TEXT);
        figures.scrape(response.getOutputStream(), TEXT);
    }
}
