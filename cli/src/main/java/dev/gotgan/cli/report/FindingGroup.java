package dev.gotgan.cli.report;

import dev.gotgan.engine.facts.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/// All findings of one kind: five hundred boxes outside their images are one thing to know.
record FindingGroup(List<Finding> findings) {
    /// Groups in the order of their gravity, the larger ones first.
    static List<FindingGroup> of(List<Finding> findings) {
        var byKind = new LinkedHashMap<String, List<Finding>>();
        for (var finding : findings) {
            byKind.computeIfAbsent(finding.severity() + finding.kind(), kind -> new ArrayList<>())
                    .add(finding);
        }
        return byKind.values().stream()
                .map(FindingGroup::new)
                .sorted(Comparator.comparing(
                                (FindingGroup group) -> group.first().severity())
                        .thenComparing(FindingGroup::times, Comparator.reverseOrder()))
                .toList();
    }

    Finding first() {
        return findings.getFirst();
    }

    long times() {
        return findings.stream().mapToLong(Finding::count).sum();
    }

    long files() {
        return findings.stream()
                .map(Finding::path)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }
}
