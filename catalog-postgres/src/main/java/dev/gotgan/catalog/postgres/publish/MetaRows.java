package dev.gotgan.catalog.postgres.publish;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.catalog.postgres.sql.Json;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.MetaJson;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.publish.PublishRows.MetaDue;
import dev.gotgan.engine.store.Etag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// What meta.json has to say, and whether it says so.
final class MetaRows {
    private final Database database;

    MetaRows(Database database) {
        this.database = database;
    }

    Optional<MetaDue> findDue(DatasetId dataset) {
        database.sql("update publish_lease set meta_looked_at = clock_timestamp() where dataset = :dataset")
                .param("dataset", dataset.value())
                .update();
        return database.sql("""
                select id, name, format, task_type, class_names, num_images, splits, avg_width, avg_height, size_bytes,
                       content_hash, coalesce(last_modified_at, created_at) as modified, version, generation,
                       storage_path, meta_wanted,
                       exists (select from published where dataset = id and pending and drift is null) as publishing
                  from datasets
                 where id = :dataset
                   and (meta_wanted > meta_written or (meta_recheck and meta_unquiet_until <= clock_timestamp()))
                """)
                .param("dataset", dataset.value())
                .query((row, n) -> new MetaDue(
                        row.getLong("meta_wanted"), row.getString("storage_path"), document(row), tree(row)))
                .optional();
    }

    private static MetaJson.Tree tree(ResultSet row) throws SQLException {
        return row.getBoolean("publishing") ? MetaJson.Tree.PUBLISHING : MetaJson.Tree.CLEAN;
    }

    private static MetaJson document(ResultSet row) throws SQLException {
        var hash = row.getString("content_hash");
        return new MetaJson(
                new DatasetId(row.getString("id")),
                row.getString("name"),
                Format.find(row.getString("format")).orElse(Format.UNKNOWN),
                TaskType.find(row.getString("task_type")).orElse(TaskType.UNKNOWN),
                Json.texts(row.getString("class_names")),
                row.getLong("num_images"),
                Json.splits(row.getString("splits")),
                row.getDouble("avg_width"),
                row.getDouble("avg_height"),
                row.getLong("size_bytes"),
                hash == null ? Sha256.EMPTY : Sha256.parse(hash),
                Columns.time(row, "modified"),
                row.getInt("version"),
                row.getLong("generation"));
    }

    void written(DatasetId dataset, long revision, Etag etag) {
        database.sql("""
                update datasets
                   set meta_written = greatest(meta_written, :revision), meta_etag = :etag,
                       meta_recheck = meta_unquiet_until > coalesce(
                           (select meta_looked_at from publish_lease where dataset = :dataset), '-infinity')
                 where id = :dataset
                """)
                .param("dataset", dataset.value())
                .param("revision", revision)
                .param("etag", etag.value())
                .update();
    }

    void inDoubt(DatasetId dataset, Duration doubt) {
        database.sql("""
                update datasets
                   set meta_unquiet_until =
                       greatest(meta_unquiet_until, clock_timestamp() + make_interval(secs => :doubt))
                 where id = :dataset
                """)
                .param("dataset", dataset.value())
                .param("doubt", Columns.seconds(doubt))
                .update();
    }
}
