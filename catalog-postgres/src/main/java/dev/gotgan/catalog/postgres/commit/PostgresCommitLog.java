package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.CommitPlan;
import dev.gotgan.engine.commit.Committed;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [CommitLog] on PostgreSQL.
public final class PostgresCommitLog implements CommitLog {
    private final Database database;
    private final CommitSession commit;

    public PostgresCommitLog(Database database, Timing timing) {
        this.database = database;
        this.commit = new CommitSession(database, timing);
    }

    @Override
    public Committed commit(CommitPlan plan) {
        return database.in(() -> commit.of(plan));
    }

    @Override
    public Optional<Committed> findCommitted(SessionId session) {
        return database.in(() -> commit.findAnswer(session));
    }

    @Override
    public Optional<Head> findHead(DatasetId dataset) {
        return database.sql("""
                select id, storage_path, generation, version, content_hash, num_files, size_bytes
                  from datasets
                 where id = :dataset
                """)
                .param("dataset", dataset.value())
                .query((row, n) -> head(row))
                .optional();
    }

    /// A head from the columns of `datasets`.
    public static Head head(java.sql.ResultSet row) throws java.sql.SQLException {
        var hash = row.getString("content_hash");
        return new Head(
                new DatasetId(row.getString("id")),
                row.getString("storage_path"),
                row.getLong("generation"),
                row.getInt("version"),
                hash == null ? Sha256.EMPTY : Sha256.parse(hash),
                row.getLong("num_files"),
                row.getLong("size_bytes"));
    }

    @Override
    public List<Entry> history(DatasetId dataset, @Nullable Long before, int limit) {
        return database.sql("""
                select c.generation, c.at, c.kind, c.message, c.added, c.changed, c.removed, c.content_hash,
                       coalesce(nullif(u.name, ''), split_part(u.email, '@', 1), '') as person
                  from commits c
                  left join users u on u.id = c.author
                 where c.dataset = :dataset and c.generation < coalesce(:before::bigint, 9223372036854775807)
                 order by c.generation desc
                 limit :limit
                """)
                .param("dataset", dataset.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new Entry(
                        row.getLong("generation"),
                        row.getString("person"),
                        Columns.time(row, "at"),
                        row.getString("kind"),
                        row.getString("message"),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("removed"),
                        row.getString("content_hash")))
                .list();
    }
}
