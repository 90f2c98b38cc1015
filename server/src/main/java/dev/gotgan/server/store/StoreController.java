package dev.gotgan.server.store;

import dev.gotgan.engine.task.TaskId;
import dev.gotgan.server.web.Caller;
import dev.gotgan.server.web.PublicAddress;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What admins ask about the store.
@RestController
final class StoreController {
    private final StoreDoctor doctor;
    private final PublicAddress address;

    StoreController(StoreDoctor doctor, PublicAddress address) {
        this.doctor = doctor;
        this.address = address;
    }

    record StartedView(TaskId taskId) {}

    @PostMapping("/api/v1/store/doctor")
    @Requires(Rule.ADMIN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedView examine(Caller caller, HttpServletRequest request) {
        return new StartedView(doctor.start(caller.actor(), address.of(request)));
    }

    @GetMapping("/api/v1/store/doctor")
    @Requires(Rule.ADMIN)
    ReportView newest(HttpServletRequest request) {
        return doctor.newest(address.of(request));
    }
}
