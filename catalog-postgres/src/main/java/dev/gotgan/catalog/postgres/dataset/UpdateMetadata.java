package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.catalog.postgres.people.AuditTrail;
import dev.gotgan.catalog.postgres.session.DatasetLock;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.catalog.postgres.sql.Json;
import dev.gotgan.engine.catalog.Datasets.MetadataChange;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes what people edit of a record.
final class UpdateMetadata {
    private final Database database;
    private final DatasetLock lock;
    private final AuditTrail audit;

    UpdateMetadata(Database database, DatasetLock lock, AuditTrail audit) {
        this.database = database;
        this.lock = lock;
        this.audit = audit;
    }

    boolean of(DatasetId dataset, MetadataChange change, @Nullable Long ifRevision, Actor actor) {
        if (!isLive(dataset) || write(dataset, change, ifRevision) == 0) {
            return false;
        }
        if (change.hint() != null) {
            choose(dataset, change.hint());
        }
        audit.append(actor, "dataset.update", dataset, detail(change));
        return true;
    }

    private boolean isLive(DatasetId dataset) {
        return lock.take(dataset)
                .filter(found -> found.state() == DatasetState.LIVE)
                .isPresent();
    }

    private int write(DatasetId dataset, MetadataChange change, @Nullable Long ifRevision) {
        var visibility = change.visibility();
        var owner = change.owner();
        return database.sql("""
                update datasets
                   set name = coalesce(:name, name),
                       description = coalesce(:description, description),
                       tags = coalesce(:tags::jsonb, tags),
                       visibility = coalesce(:visibility, visibility),
                       organization_id = nullif(coalesce(:organization::integer, organization_id), 0),
                       owner_id = coalesce(:owner::integer, owner_id),
                       revision = revision + 1, updated_at = clock_timestamp(), meta_wanted = meta_wanted + 1
                 where id = :dataset and revision = coalesce(:revision::bigint, revision)
                """)
                .param("dataset", dataset.value())
                .param("name", Columns.cleanOrNull(change.name()))
                .param("description", Columns.cleanOrNull(change.description()))
                .param("tags", Json.textsOrNull(change.tags()))
                .param("visibility", visibility == null ? null : visibility.wire())
                .param("organization", change.organization())
                .param("owner", owner == null ? null : owner.value())
                .param("revision", ifRevision)
                .update();
    }

    /// A choice shows at once (class names with the first analysis); where one is taken back, what the last analysis
    /// said shows again. The analysis itself is stale from now on.
    private void choose(DatasetId dataset, AnalysisHint hint) {
        database.sql("""
                update datasets d
                   set chosen_format = :format, chosen_task_type = :task, chosen_class_names = :classes::jsonb,
                       format = coalesce(:format, g.format, 'unknown'),
                       task_type = coalesce(:task, g.task_type, 'unknown'),
                       class_names = coalesce(case when g.dataset is not null then :classes::jsonb end, g.classes, '[]'),
                       num_classes = nullif(jsonb_array_length(coalesce(
                           case when g.dataset is not null then :classes::jsonb end, g.classes, '[]')), 0),
                       analysis_due = g.dataset is not null
                  from (select) one
                  left join generation_facts g on g.dataset = :dataset
                       and g.generation = (select generation from datasets where id = :dataset)
                 where d.id = :dataset
                """)
                .param("dataset", dataset.value())
                .param("format", wire(hint.format()))
                .param("task", wire(hint.taskType()))
                .param("classes", Json.textsOrNull(hint.classNames()))
                .update();
    }

    static @Nullable String wire(@Nullable Format format) {
        return format == null ? null : format.wire();
    }

    static @Nullable String wire(@Nullable TaskType task) {
        return task == null ? null : task.wire();
    }

    private static Map<String, String> detail(MetadataChange change) {
        var detail = new LinkedHashMap<String, String>();
        put(detail, "name", change.name());
        put(detail, "tags", change.tags());
        put(detail, "visibility", change.visibility());
        put(detail, "organization", change.organization());
        put(detail, "owner", change.owner());
        put(detail, "hint", change.hint());
        return detail;
    }

    private static void put(Map<String, String> detail, String field, @Nullable Object value) {
        if (value != null) {
            detail.put(field, value.toString());
        }
    }
}
