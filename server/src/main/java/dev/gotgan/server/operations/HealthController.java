package dev.gotgan.server.operations;

import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether this server can serve, and no word on why not: the log has that.
@RestController
final class HealthController {
    private final Health health;

    HealthController(Health health) {
        this.health = health;
    }

    record HealthView(String status) {}

    @GetMapping("/healthz")
    @Requires(Rule.PUBLIC)
    ResponseEntity<HealthView> health() {
        return health.good()
                ? ResponseEntity.ok(new HealthView("ok"))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new HealthView("unavailable"));
    }
}
