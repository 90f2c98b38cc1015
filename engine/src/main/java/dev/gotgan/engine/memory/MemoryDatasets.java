package dev.gotgan.engine.memory;

import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.dataset.AccessPolicy;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.DatasetRows;
import dev.gotgan.engine.memory.rows.Metadata;
import dev.gotgan.engine.memory.rows.SessionRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

final class MemoryDatasets implements Datasets {
    private final CatalogRows all;

    MemoryDatasets(CatalogRows all) {
        this.all = all;
    }

    @Override
    public void create(NewDataset wanted, DatasetState state, Actor actor) {
        all.run(() -> {
            if (all.datasets.containsKey(wanted.id()) || all.tombstones.contains(wanted.id())) {
                throw new IdTaken(wanted.id());
            }
            var metadata = new Metadata(wanted, state, all.now());
            all.datasets.put(wanted.id(), new DatasetRows(wanted.id(), metadata, all.copyIds));
        });
    }

    @Override
    public Optional<DatasetRecord> find(DatasetId dataset) {
        return all.in(() -> all.find(dataset).map(rows -> rows.metadata.record(rows.head, email(rows.metadata.owner))));
    }

    private @Nullable String email(@Nullable UserId owner) {
        return Optional.ofNullable(owner)
                .map(all.people::get)
                .map(login -> login.account().email())
                .orElse(null);
    }

    @Override
    public Optional<AccessRow> findAccess(DatasetId dataset, Actor caller) {
        return all.in(() -> all.find(dataset)
                .map(rows -> new AccessRow(rows.metadata.state, all.access(rows.metadata, caller)))
                .filter(row -> switch (row.state()) {
                    case LIVE -> true;
                    case TRASH -> AccessPolicy.owns(caller, row.access());
                    case NEW, DELETING -> false;
                }));
    }

    @Override
    public boolean update(DatasetId dataset, MetadataChange change, @Nullable Long ifRevision, Actor actor) {
        return all.in(() -> {
            var found = all.find(dataset)
                    .map(rows -> rows.metadata)
                    .filter(row -> row.state == DatasetState.LIVE)
                    .filter(row -> ifRevision == null || ifRevision == row.revision);
            found.ifPresent(row -> row.apply(change, all.now()));
            return found.isPresent();
        });
    }

    @Override
    public void trash(DatasetId dataset, Actor actor) {
        in(dataset, DatasetState.LIVE, rows -> {
            abortSessions(rows);
            rows.metadata.state = DatasetState.TRASH;
            rows.metadata.trashed = all.now();
        });
    }

    @Override
    public void restore(DatasetId dataset, Actor actor) {
        in(dataset, DatasetState.TRASH, rows -> {
            rows.metadata.state = DatasetState.LIVE;
            rows.metadata.trashed = null;
        });
    }

    private void in(DatasetId dataset, DatasetState state, Consumer<DatasetRows> change) {
        all.run(() ->
                all.find(dataset).filter(rows -> rows.metadata.state == state).ifPresent(change));
    }

    @Override
    public Deletion delete(DatasetId dataset, Actor actor) {
        return all.in(() -> {
            var rows = all.find(dataset);
            rows.filter(row -> row.metadata.state != DatasetState.DELETING).ifPresent(this::beginDeletion);
            return rows.map(row -> new Deletion(row.head.files(), row.head.bytes()))
                    .orElse(new Deletion(0, 0));
        });
    }

    @Override
    public Optional<Deletion> deleteUnused(DatasetId dataset, @Nullable SessionId own, Actor actor) {
        return all.in(() -> all.find(dataset).filter(rows -> isUsed(rows, own)).isPresent()
                ? Optional.empty()
                : Optional.of(delete(dataset, actor)));
    }

    private boolean isUsed(DatasetRows rows, @Nullable SessionId own) {
        return rows.head.generation() > 0
                || all.sessions.values().stream()
                        .anyMatch(session -> session.opened.dataset().equals(rows.id)
                                && session.state == SessionRow.State.OPEN
                                && !session.id.equals(own));
    }

    private void beginDeletion(DatasetRows rows) {
        abortSessions(rows);
        rows.metadata.state = DatasetState.DELETING;
        rows.deleting = all.now();
        rows.listed = all.now();
        rows.lease.fence();
        all.tombstones.add(rows.id);
    }

    private void abortSessions(DatasetRows rows) {
        all.sessions.values().stream()
                .filter(session -> session.opened.dataset().equals(rows.id))
                .forEach(all::abort);
    }

    @Override
    public List<DatasetId> toRemove(int limit) {
        return all.in(() -> {
            var now = all.now();
            all.datasets.values().stream().filter(rows -> lost(rows, now)).forEach(this::beginDeletion);
            var due = all.datasets.values().stream()
                    .filter(rows -> rows.metadata.state == DatasetState.DELETING)
                    .filter(rows -> !rows.emptied || settled(rows, now))
                    .limit(limit)
                    .toList();
            due.forEach(rows -> rows.listed = now);
            return due.stream().map(rows -> rows.id).toList();
        });
    }

    @Override
    public void abandonNew() {
        all.in(() -> {
            all.datasets.values().stream().filter(this::withoutSession).forEach(this::beginDeletion);
            return null;
        });
    }

    /// Made for an upload that will not come.
    private boolean lost(DatasetRows rows, Instant now) {
        return withoutSession(rows)
                && (rows.begun || rows.metadata.created.plus(FIRST_SESSION).isBefore(now));
    }

    private boolean withoutSession(DatasetRows rows) {
        return rows.metadata.state == DatasetState.NEW
                && all.sessions.values().stream()
                        .noneMatch(session ->
                                session.opened.dataset().equals(rows.id) && session.state == SessionRow.State.OPEN);
    }

    /// Whether nothing sent before the deletion can land any more.
    private boolean settled(DatasetRows rows, Instant at) {
        return !at.isBefore(rows.deleting.plus(all.timing.quiet()));
    }

    @Override
    public boolean drop(DatasetId dataset) {
        return all.in(() -> {
            var rows = all.find(dataset);
            rows.filter(row -> row.metadata.state == DatasetState.DELETING).ifPresent(this::dropIfSettled);
            return all.find(dataset).isEmpty();
        });
    }

    private void dropIfSettled(DatasetRows rows) {
        rows.emptied = true;
        if (!settled(rows, rows.listed)) {
            return;
        }
        all.forget(rows);
        if (rows.head.generation() == 0) {
            all.tombstones.remove(rows.id);
        }
    }
}
