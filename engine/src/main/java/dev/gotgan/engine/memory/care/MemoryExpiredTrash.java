package dev.gotgan.engine.memory.care;

import dev.gotgan.engine.care.ExpiredTrash;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.DatasetRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// [ExpiredTrash] in memory.
public final class MemoryExpiredTrash implements ExpiredTrash {
    private final CatalogRows all;

    public MemoryExpiredTrash(CatalogRows all) {
        this.all = all;
    }

    @Override
    public List<DatasetId> list(Duration kept, int limit) {
        return all.in(() -> all.datasets.values().stream()
                .filter(rows -> expired(rows, kept))
                .sorted(Comparator.comparing(MemoryExpiredTrash::trashed))
                .limit(limit)
                .map(rows -> rows.id)
                .toList());
    }

    private boolean expired(DatasetRows rows, Duration kept) {
        return rows.metadata.state == DatasetState.TRASH
                && !trashed(rows).plus(kept).isAfter(all.now());
    }

    private static Instant trashed(DatasetRows rows) {
        return Objects.requireNonNull(rows.metadata.trashed);
    }

    @Override
    public boolean drop(DatasetId dataset, Duration kept) {
        return all.in(() -> {
            var found = all.find(dataset).filter(rows -> expired(rows, kept)).filter(MemoryExpiredTrash::settled);
            found.ifPresent(this::drop);
            return found.isPresent();
        });
    }

    /// What was found at a live key and was never ours is somebody else's: it stays, and nothing waits for it.
    private static boolean settled(DatasetRows rows) {
        return rows.metadata.metaRevision <= rows.metadata.metaWritten
                && rows.reservations.isEmpty()
                && rows.published.all().stream().noneMatch(row -> row.recheck || (row.pending && row.drift == null));
    }

    private void drop(DatasetRows rows) {
        all.tombstones.add(rows.id);
        all.withHistory.add(rows.id);
        all.forget(rows);
    }

    @Override
    public List<DatasetId> withHistory(int limit) {
        return all.in(() -> all.withHistory.stream().limit(limit).toList());
    }

    @Override
    public void historyRemoved(DatasetId dataset) {
        all.run(() -> all.withHistory.remove(dataset));
    }
}
