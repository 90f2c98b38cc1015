package dev.gotgan.server.finding;

import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingText;
import dev.gotgan.server.web.Listing;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.reading.FindingView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is wrong or odd in a dataset, in the language of who asks.
@RestController
final class ProblemsController {
    private final CommitLog commits;
    private final FindingPages findings;

    ProblemsController(CommitLog commits, FindingPages findings) {
        this.commits = commits;
        this.findings = findings;
    }

    @GetMapping("/api/v1/datasets/{id}/problems")
    @Requires(Rule.VIEWER)
    ResponseEntity<List<FindingView>> problems(
            @PathVariable DatasetId id,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") boolean totals,
            Locale locale,
            HttpServletRequest request) {
        int most = Listing.limit(limit);
        var wanted = new FindingPages.Wanted(severity, kind == null ? null : known(kind));
        var from = cursor == null ? null : ProblemCursor.parse(cursor);
        long generation = from == null ? head(id) : from.generation();
        var page = findings.page(id, generation, wanted, from == null ? null : from.after(), most);
        var next = page.size() < most ? null : ProblemCursor.behind(generation, page.getLast());
        var headers = new HttpHeaders();
        if (totals) {
            headers.add("X-Total-Count", Long.toString(count(id, generation, wanted)));
        }
        var text = FindingText.in(locale);
        var rows = page.stream().map(each -> FindingView.of(each, text)).toList();
        return Listing.page(rows, next, request, headers);
    }

    private static String known(String kind) {
        return FindingKind.find(kind)
                .map(FindingKind::wire)
                .orElseThrow(() -> new Refused(Code.INVALID_PARAMETER, "There is no kind of finding " + kind + "."));
    }

    private long head(DatasetId dataset) {
        return commits.findHead(dataset).orElseThrow(Problems::noDataset).generation();
    }

    private long count(DatasetId dataset, long generation, FindingPages.Wanted wanted) {
        return findings.counts(dataset, generation).stream()
                .filter(each -> wanted.severity() == null || wanted.severity() == each.severity())
                .filter(each -> wanted.kind() == null || wanted.kind().equals(each.kind()))
                .mapToLong(FindingPages.KindCount::findings)
                .sum();
    }
}
