package dev.gotgan.server.dataset;

import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.server.web.Listing;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How a dataset came to be what it is.
@RestController
final class HistoryController {
    private final CommitLog commits;

    HistoryController(CommitLog commits) {
        this.commits = commits;
    }

    record ChangeView(
            long generation,
            String author,
            Instant at,
            String kind,
            String message,
            long added,
            long changed,
            long removed,
            String contentHash) {
        static ChangeView of(CommitLog.Entry entry) {
            return new ChangeView(
                    entry.generation(),
                    entry.author(),
                    entry.at(),
                    entry.kind(),
                    entry.message(),
                    entry.added(),
                    entry.changed(),
                    entry.removed(),
                    entry.contentHash());
        }
    }

    @GetMapping("/api/v1/datasets/{id}/history")
    @Requires(Rule.MEMBER)
    ResponseEntity<List<ChangeView>> history(
            @PathVariable DatasetId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long cursor,
            HttpServletRequest request) {
        int most = Listing.limit(limit);
        var page = commits.history(id, cursor, most);
        var next = page.size() < most ? null : Long.toString(page.getLast().generation());
        return Listing.page(page.stream().map(ChangeView::of).toList(), next, request);
    }
}
