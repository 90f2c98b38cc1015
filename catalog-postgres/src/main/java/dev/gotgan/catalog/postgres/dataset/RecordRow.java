package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.catalog.postgres.commit.ChosenHint;
import dev.gotgan.catalog.postgres.commit.PostgresCommitLog;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Json;
import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/// A [DatasetRecord] from a row of `datasets`, with its owner's e-mail beside it.
final class RecordRow {
    private RecordRow() {}

    static DatasetRecord of(ResultSet row) throws SQLException {
        return new DatasetRecord(
                PostgresCommitLog.head(row),
                DatasetState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getString("description"),
                Columns.userOrNull(row, "owner_id"),
                row.getString("owner_email"),
                Columns.intOrNull(row, "organization_id"),
                visibility(row),
                Json.texts(row.getString("tags")),
                row.getString("storage_type"),
                facts(row),
                ChosenHint.of(row),
                row.getLong("revision"),
                new DatasetRecord.Times(
                        Columns.time(row, "created_at"),
                        Columns.time(row, "updated_at"),
                        Columns.timeOrNull(row, "last_modified_at"),
                        Columns.timeOrNull(row, "trashed_at"),
                        Columns.timeOrNull(row, "last_verified_at")));
    }

    /// The column may be null, as the specification has it: then nobody but the owner sees it.
    static Visibility visibility(ResultSet row) throws SQLException {
        var wire = row.getString("visibility");
        return wire == null ? Visibility.PRIVATE : Visibility.find(wire).orElse(Visibility.PRIVATE);
    }

    static Format format(ResultSet row) throws SQLException {
        return Format.find(row.getString("format")).orElse(Format.UNKNOWN);
    }

    static TaskType taskType(ResultSet row) throws SQLException {
        return TaskType.find(row.getString("task_type")).orElse(TaskType.UNKNOWN);
    }

    private static DatasetRecord.Facts facts(ResultSet row) throws SQLException {
        return new DatasetRecord.Facts(
                format(row),
                taskType(row),
                row.getDouble("confidence"),
                Json.texts(row.getString("class_names")),
                Json.splits(row.getString("splits")),
                row.getLong("num_images"),
                row.getLong("labelled_images"),
                row.getLong("num_objects"),
                row.getDouble("avg_width"),
                row.getDouble("avg_height"),
                row.getBoolean("training_ready"),
                row.getLong("num_errors"),
                row.getLong("num_warnings"));
    }
}
