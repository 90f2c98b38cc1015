package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.catalog.postgres.people.AuditTrail;
import dev.gotgan.catalog.postgres.session.DatasetLock;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.catalog.postgres.sql.Json;
import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.Access;
import dev.gotgan.engine.dataset.AccessPolicy;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.store.StoreLayout;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [Datasets] on PostgreSQL.
public final class PostgresDatasets implements Datasets {
    private final Database database;
    private final String storageType;
    private final AuditTrail audit;
    private final UpdateMetadata update;
    private final EndDataset end;

    /// @param storageType what new datasets say of where their bytes are: `local`, `r2`, `s3` or `gcs`
    public PostgresDatasets(Database database, Timing timing, String storageType) {
        this.database = database;
        this.storageType = storageType;
        this.audit = new AuditTrail(database);
        var lock = new DatasetLock(database);
        this.update = new UpdateMetadata(database, lock, audit);
        this.end = new EndDataset(database, lock, timing, audit);
    }

    @Override
    public void create(NewDataset wanted, DatasetState state, Actor actor) {
        database.run(() -> {
            if (insert(wanted, state) == 0) {
                throw new IdTaken(wanted.id());
            }
            audit.append(actor, "dataset.create", wanted.id(), Map.of("name", wanted.name()));
        });
    }

    private int insert(NewDataset wanted, DatasetState state) {
        var hint = wanted.hint();
        var owner = wanted.owner();
        return database.sql("""
                insert into datasets (id, name, description, owner_id, visibility, tags, storage_path, storage_type,
                                      format, task_type, class_names, content_hash, state, chosen_format,
                                      chosen_task_type, chosen_class_names, meta_wanted)
                select :id, :name, :description, :owner::integer, :visibility, :tags::jsonb, :path, :storage,
                       coalesce(:format, 'unknown'), coalesce(:task, 'unknown'), '[]',
                       encode(sha256(''), 'hex'), :state, :format, :task, :classes::jsonb,
                       case :state when 'live' then 1 else 0 end
                 where not exists (select from tombstones where id = :id)
                    on conflict (id) do nothing
                """)
                .param("id", wanted.id().value())
                .param("name", Columns.clean(wanted.name()))
                .param("description", Columns.cleanOrNull(wanted.description()))
                .param("owner", owner == null ? null : owner.value())
                .param("visibility", wanted.visibility().wire())
                .param("tags", Json.texts(wanted.tags()))
                .param("path", StoreLayout.livePrefix(wanted.id()))
                .param("storage", storageType)
                .param("format", UpdateMetadata.wire(hint.format()))
                .param("task", UpdateMetadata.wire(hint.taskType()))
                .param("classes", Json.textsOrNull(hint.classNames()))
                .param("state", state.wire())
                .update();
    }

    @Override
    public Optional<DatasetRecord> find(DatasetId dataset) {
        return database.sql("""
                select d.*, u.email as owner_email
                  from datasets d
                  left join users u on u.id = d.owner_id
                 where d.id = :dataset
                """)
                .param("dataset", dataset.value())
                .query((row, n) -> RecordRow.of(row))
                .optional();
    }

    @Override
    public Optional<AccessRow> findAccess(DatasetId dataset, Actor caller) {
        return database.sql("""
                select d.state, d.visibility, d.owner_id, p.role,
                       exists (select from organization_members m
                                where m.organization_id = d.organization_id and m.user_id = :caller::integer) as member
                  from datasets d
                  left join dataset_permissions p on p.dataset_id = d.id and p.user_id = :caller::integer
                 where d.id = :dataset and d.state in ('live', 'trash')
                """)
                .param("dataset", dataset.value())
                .param("caller", Columns.id(caller))
                .query((row, n) -> new AccessRow(
                        DatasetState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        new Access(
                                RecordRow.visibility(row),
                                Columns.userOrNull(row, "owner_id"),
                                role(row.getString("role")),
                                row.getBoolean("member"))))
                .optional()
                .filter(row -> row.state() == DatasetState.LIVE || AccessPolicy.owns(caller, row.access()));
    }

    private static @Nullable Role role(@Nullable String wire) {
        return wire == null ? null : Role.find(wire).orElse(null);
    }

    @Override
    public boolean update(DatasetId dataset, MetadataChange change, @Nullable Long ifRevision, Actor actor) {
        return database.in(() -> update.of(dataset, change, ifRevision, actor));
    }

    @Override
    public void trash(DatasetId dataset, Actor actor) {
        database.run(() -> end.trash(dataset, actor));
    }

    @Override
    public void restore(DatasetId dataset, Actor actor) {
        database.run(() -> end.restore(dataset, actor));
    }

    @Override
    public Deletion delete(DatasetId dataset, Actor actor) {
        return database.in(() -> end.delete(dataset, actor));
    }

    @Override
    public Optional<Deletion> deleteUnused(DatasetId dataset, @Nullable SessionId own, Actor actor) {
        return database.in(() -> end.deleteUnused(dataset, own, actor));
    }

    @Override
    public List<DatasetId> toRemove(int limit) {
        return database.in(() -> end.toRemove(limit));
    }

    @Override
    public void abandonNew() {
        database.run(end::abandonNew);
    }

    @Override
    public boolean drop(DatasetId dataset) {
        return database.in(() -> end.drop(dataset));
    }
}
