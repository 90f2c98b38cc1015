package dev.gotgan.engine.memory;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.MetaJson;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.Copies;
import dev.gotgan.engine.memory.rows.DatasetRows;
import dev.gotgan.engine.memory.rows.Published;
import dev.gotgan.engine.publish.Lease;
import dev.gotgan.engine.publish.LeaseLost;
import dev.gotgan.engine.publish.PublishRow;
import dev.gotgan.engine.publish.PublishRows;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.StoreLayout;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

final class MemoryPublishRows implements PublishRows {
    private final CatalogRows all;

    MemoryPublishRows(CatalogRows all) {
        this.all = all;
    }

    @Override
    public List<DatasetId> due(int limit) {
        return all.in(() -> {
            var now = all.now();
            return all.datasets.values().stream()
                    .filter(rows -> rows.metadata.state != DatasetState.DELETING)
                    .filter(rows -> rows.metadata.metaBehind(now)
                            || rows.published.all().stream().anyMatch(row -> row.due(now)))
                    .map(rows -> rows.id)
                    .limit(limit)
                    .toList();
        });
    }

    @Override
    public Optional<Lease> acquire(DatasetId dataset, Duration life, Duration grace) {
        return all.in(() -> all.find(dataset)
                .filter(rows -> rows.metadata.state != DatasetState.DELETING)
                .filter(rows -> rows.lease.free(all.now(), grace))
                .map(rows -> {
                    rows.lease.fence();
                    rows.lease.expires = all.now().plus(life);
                    return new Lease(dataset, rows.lease.epoch);
                }));
    }

    @Override
    public void renew(Lease lease, Duration life) {
        run(lease, rows -> rows.lease.expires = all.now().plus(life));
    }

    @Override
    public void endLeases() {
        all.run(() -> all.datasets.values().forEach(rows -> {
            rows.lease.fence();
            rows.copies.all().stream()
                    .filter(copy -> copy.state() == Copies.State.COPYING)
                    .forEach(copy -> copy.doom(all.now()));
        }));
    }

    @Override
    public void release(Lease lease) {
        all.run(() -> all.find(lease.dataset())
                .filter(rows -> rows.lease.isHeld(lease))
                .ifPresent(rows -> rows.lease.expires = null));
    }

    @Override
    public List<PublishRow> pending(Lease lease, int limit) {
        return in(lease, rows -> {
            var now = all.now();
            rows.lease.looked = now;
            rows.lease.lookedAt = rows.head.generation();
            long oldest = rows.oldestNeeded(now, all.timing.undo());
            return rows.published.all().stream()
                    .filter(row -> row.due(now))
                    .map(row -> publishRow(rows, row, oldest))
                    .sorted(Comparator.comparing(row -> row.wanted() != null))
                    .limit(limit)
                    .toList();
        });
    }

    private static PublishRow publishRow(DatasetRows rows, Published.Row row, long oldest) {
        var wanted = rows.files.findLive(row.path.value());
        var source = wanted.flatMap(file -> rows.copies.findDurable(file.sha256()));
        return new PublishRow(
                row.path,
                StoreLayout.live(rows.head.storagePath(), row.path),
                wanted.orElse(null),
                source.map(copy -> copy.key).orElse(null),
                row.found,
                row.found != null && mustKeep(rows, row.path, row.found.sha256(), oldest));
    }

    private static boolean mustKeep(DatasetRows rows, LogicalPath path, Sha256 found, long oldest) {
        return !rows.live(path, found)
                && rows.copies.findDurable(found).isEmpty()
                && rows.files
                        .findSince(path.value(), oldest, file -> file.sha256().equals(found))
                        .isPresent();
    }

    @Override
    public List<Copying> copying(Lease lease, List<Sha256> contents) {
        return in(
                lease,
                rows -> contents.stream()
                        .map(content -> rows.copies.make(content, Copies.State.COPYING, all.now()))
                        .map(copy -> new Copying(copy.id, copy.sha256, copy.key))
                        .toList());
    }

    @Override
    public Set<Long> durable(Lease lease, List<Long> copies) {
        return in(
                lease,
                rows -> copies.stream()
                        .flatMap(id -> rows.copies.find(id).stream())
                        .filter(copy -> copy.state() == Copies.State.COPYING)
                        .peek(Copies.Row::durable)
                        .map(copy -> copy.id)
                        .collect(Collectors.toSet()));
    }

    @Override
    public void published(Lease lease, List<Mark> marks) {
        run(lease, rows -> marks.forEach(mark -> mark(rows, mark)));
    }

    /* Judged by the time when the row was handed out, since whatever the publisher saw, it asked after that: a look
    from before the quiet time proves nothing about what lands until then. */
    private static void mark(DatasetRows rows, Mark mark) {
        var row = rows.published.row(mark.path());
        row.found = found(rows, mark).orElse(null);
        row.pending = !rows.live(mark.path(), mark.content());
        row.recheck = !row.quiet(rows.lease.looked);
        row.drift = null;
        rows.reservations.endOfPublisher(mark.path());
    }

    private static Optional<PublishRow.Found> found(DatasetRows rows, Mark mark) {
        var content = mark.content();
        var etag = mark.etag();
        if (content == null || etag == null) {
            return Optional.empty();
        }
        return rows.files
                .findSince(mark.path().value(), 0, file -> file.sha256().equals(content))
                .map(file -> new PublishRow.Found(content, file.size(), etag));
    }

    @Override
    public void inDoubt(Lease lease, LogicalPath path, Duration doubt) {
        run(lease, rows -> rows.published.row(path).raiseQuiet(all.now().plus(doubt)));
    }

    @Override
    public void drifted(Lease lease, LogicalPath path, String what) {
        run(lease, rows -> leave(rows, path, what));
    }

    @Override
    public void obstructed(Lease lease, LogicalPath path, String what) {
        run(lease, rows -> {
            if (rows.published.kin(path).noneMatch(kin -> kin.pending && kin.drift == null)) {
                leave(rows, path, what);
            }
        });
    }

    private static void leave(DatasetRows rows, LogicalPath path, String what) {
        if (rows.files.changedSince(path.value(), rows.lease.lookedAt)) {
            return;
        }
        rows.published.row(path).drift = what;
        rows.reservations.endOfPublisher(path);
    }

    @Override
    public boolean everAt(DatasetId dataset, LogicalPath path, Sha256 content) {
        return all.in(
                () -> all.find(dataset).filter(rows -> rows.ever(path, content)).isPresent());
    }

    @Override
    public Optional<MetaDue> metaDue(Lease lease) {
        return in(
                lease,
                rows -> Optional.of(rows)
                        .filter(due -> due.metadata.metaBehind(all.now()))
                        .map(due -> new MetaDue(
                                due.metadata.metaRevision,
                                due.head.storagePath(),
                                due.metadata.document(due.head),
                                tree(due))));
    }

    private MetaJson.Tree tree(DatasetRows rows) {
        rows.metadata.metaLooked = all.now();
        return rows.published.all().stream().anyMatch(row -> row.pending && row.drift == null)
                ? MetaJson.Tree.PUBLISHING
                : MetaJson.Tree.CLEAN;
    }

    @Override
    public void metaWritten(Lease lease, long revision, Etag etag) {
        run(lease, rows -> {
            var metadata = rows.metadata;
            metadata.metaWritten = Math.max(metadata.metaWritten, revision);
            metadata.metaRecheck = metadata.metaLooked.isBefore(metadata.metaUnquiet);
        });
    }

    @Override
    public void metaInDoubt(Lease lease, Duration doubt) {
        run(lease, rows -> {
            var until = all.now().plus(doubt);
            rows.metadata.metaUnquiet = until.isAfter(rows.metadata.metaUnquiet) ? until : rows.metadata.metaUnquiet;
        });
    }

    private void run(Lease lease, Consumer<DatasetRows> transaction) {
        in(lease, rows -> {
            transaction.accept(rows);
            return true;
        });
    }

    private <T> T in(Lease lease, Function<DatasetRows, T> transaction) {
        return all.in(() -> transaction.apply(all.find(lease.dataset())
                .filter(rows -> rows.lease.isHeld(lease))
                .orElseThrow(() -> new LeaseLost(lease))));
    }
}
