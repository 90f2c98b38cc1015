package dev.gotgan.engine.memory;

import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.memory.rows.CatalogRows;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class MemoryFindingPages implements FindingPages {
    private final CatalogRows rows;

    MemoryFindingPages(CatalogRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Finding> page(DatasetId dataset, long generation, Wanted wanted, @Nullable Place after, int limit) {
        return findings(dataset, generation).stream()
                .filter(wanted::takes)
                .filter(finding -> after == null || Place.of(finding).compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<KindCount> counts(DatasetId dataset, long generation) {
        var bySeverity = findings(dataset, generation).stream()
                .collect(Collectors.groupingBy(
                        Finding::severity,
                        TreeMap::new,
                        Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.counting())));
        return bySeverity.entrySet().stream()
                .flatMap(severity -> severity.getValue().entrySet().stream()
                        .map(kind -> new KindCount(severity.getKey(), kind.getKey(), kind.getValue())))
                .toList();
    }

    private List<Finding> findings(DatasetId dataset, long generation) {
        return rows
                .in(() -> rows.find(dataset)
                        .map(found -> found.findings.getOrDefault(generation, List.of()))
                        .orElse(List.of()))
                .stream()
                .distinct()
                .sorted(Comparator.comparing(Place::of))
                .toList();
    }
}
