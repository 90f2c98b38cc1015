package dev.gotgan.server.team;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.AuditLog;
import dev.gotgan.server.web.Listing;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who did what, for admins.
@RestController
final class AuditController {
    private final AuditLog audit;

    AuditController(AuditLog audit) {
        this.audit = audit;
    }

    record EntryView(
            long id,
            Instant at,
            @Nullable UserId userId,
            @Nullable String email,
            String action,
            @Nullable DatasetId datasetId,
            Map<String, String> detail) {
        static EntryView of(AuditLog.Entry entry) {
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    entry.user(),
                    entry.email(),
                    entry.action(),
                    entry.dataset(),
                    entry.detail());
        }
    }

    @GetMapping("/api/v1/audit")
    @Requires(Rule.ADMIN)
    ResponseEntity<List<EntryView>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long cursor,
            HttpServletRequest request) {
        int most = Listing.limit(limit);
        var page = audit.list(cursor, most);
        var next = page.size() < most ? null : Long.toString(page.getLast().id());
        return Listing.page(page.stream().map(EntryView::of).toList(), next, request);
    }
}
