package dev.gotgan.server.dataset;

import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.server.web.Listing;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The datasets that a caller may see.
@RestController
final class AvailableController {
    private final DatasetList list;

    AvailableController(DatasetList list) {
        this.list = list;
    }

    @GetMapping("/api/v1/datasets/available")
    @Requires(Rule.VISITOR)
    ResponseEntity<List<ListedView>> available(
            @RequestParam(name = "task_type", required = false) @Nullable TaskType taskType,
            @RequestParam(required = false) @Nullable Format format,
            @RequestParam(required = false) @Nullable Visibility visibility,
            @RequestParam(defaultValue = "") String tags,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "newest") DatasetList.Sort sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") boolean totals,
            Actor actor,
            HttpServletRequest request) {
        var filter = new DatasetList.Filter(taskType, format, visibility, all(tags), text(q), whose(owner));
        var page = list.page(actor, filter, sort, cursor, Listing.limit(limit, Listing.MOST));
        var headers = new HttpHeaders();
        if (totals) {
            var counted = list.totals(actor, filter);
            headers.add("X-Total-Count", Long.toString(counted.datasets()));
            headers.add("X-Total-Images", Long.toString(counted.images()));
        }
        var rows = page.rows().stream().map(ListedView::of).toList();
        return Listing.page(rows, page.next(), request, headers);
    }

    private static List<String> all(String tags) {
        return Stream.of(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static @Nullable String text(@Nullable String q) {
        return q == null || q.isBlank() ? null : q.strip();
    }

    private static DatasetList.Whose whose(String owner) {
        return switch (owner) {
            case "" -> DatasetList.Whose.ALL;
            case "me" -> DatasetList.Whose.MINE;
            default -> throw new Refused(Code.INVALID_PARAMETER, "owner can only be 'me'.");
        };
    }
}
