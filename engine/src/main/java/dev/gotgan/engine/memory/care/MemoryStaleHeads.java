package dev.gotgan.engine.memory.care;

import dev.gotgan.engine.analysis.NextHead;
import dev.gotgan.engine.analysis.StaleHeads;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.DatasetRows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// [StaleHeads] in memory.
public final class MemoryStaleHeads implements StaleHeads {
    private final CatalogRows all;

    public MemoryStaleHeads(CatalogRows all) {
        this.all = all;
    }

    @Override
    public List<DatasetId> due(int limit) {
        return all.in(() -> all.datasets.values().stream()
                .filter(MemoryStaleHeads::isDue)
                .map(rows -> rows.id)
                .sorted(Comparator.comparing(DatasetId::value))
                .limit(limit)
                .toList());
    }

    private static boolean isDue(DatasetRows rows) {
        return rows.metadata.state == DatasetState.LIVE && rows.metadata.analysisDue;
    }

    @Override
    public Optional<Stale> find(DatasetId dataset) {
        return all.in(() -> all.find(dataset)
                .filter(MemoryStaleHeads::isDue)
                .map(rows -> new Stale(rows.head, rows.metadata.hint, rows.metadata.revision)));
    }

    @Override
    public boolean replace(Stale stale, NextHead analysed) {
        return all.in(() -> {
            var found = all.find(stale.head().dataset())
                    .filter(MemoryStaleHeads::isDue)
                    .filter(rows -> rows.head.generation() == stale.head().generation()
                            && rows.metadata.revision == stale.revision());
            found.ifPresent(rows -> {
                rows.analysed(analysed.analysis(), analysed.images());
                rows.metadata.analysedAgain(analysed.analysis());
            });
            return found.isPresent();
        });
    }
}
