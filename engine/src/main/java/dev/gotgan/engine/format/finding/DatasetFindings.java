package dev.gotgan.engine.format.finding;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.facts.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects the findings of a whole dataset: of each kind the first thousand one by one, the rest as one count.
public final class DatasetFindings {
    private static final int EACH = 1000;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<FindingKind, Integer> seen = new EnumMap<>(FindingKind.class);
    private final Map<FindingKind, Long> more = new EnumMap<>(FindingKind.class);

    /// Something about one file.
    public void add(FindingKind kind, LogicalPath path) {
        add(ContentFinding.of(kind), path);
    }

    /// Something about one file, with the value that is wrong.
    public void add(FindingKind kind, LogicalPath path, String value) {
        add(ContentFinding.of(kind, value), path);
    }

    public void add(ContentFinding finding, LogicalPath path) {
        if (mayStand(finding)) {
            findings.add(finding.at(path));
        }
    }

    public void addAll(List<ContentFinding> ofContent, LogicalPath path) {
        for (var finding : ofContent) {
            add(finding, path);
        }
    }

    /// Something about the dataset as a whole.
    public void addOfDataset(FindingKind kind, String value, long count) {
        var finding = ContentFinding.of(kind, value, count);
        if (mayStand(finding)) {
            findings.add(finding.ofDataset());
        }
    }

    /// Findings that are complete already.
    public void addAll(List<Finding> complete) {
        findings.addAll(complete);
    }

    /// All of them, those of one kind that were too many as a last one without a path.
    public List<Finding> list() {
        var all = new ArrayList<>(findings);
        more.forEach(
                (kind, count) -> all.add(ContentFinding.of(kind, "…", count).ofDataset()));
        return all;
    }

    private boolean mayStand(ContentFinding finding) {
        if (seen.merge(finding.kind(), 1, Integer::sum) <= EACH) {
            return true;
        }
        more.merge(finding.kind(), finding.count(), Long::sum);
        return false;
    }
}
