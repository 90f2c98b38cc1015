package dev.gotgan.server.live;

import dev.gotgan.server.web.Caller;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where those connect who want to be told.
@RestController
final class EventsController {
    private final Handshake handshake;

    EventsController(Handshake handshake) {
        this.handshake = handshake;
    }

    @GetMapping("/api/v1/events")
    @Requires(Rule.LOGGED_IN)
    void connect(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        handshake.run(caller, request, response);
    }
}
