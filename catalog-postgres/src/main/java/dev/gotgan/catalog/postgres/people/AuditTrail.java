package dev.gotgan.catalog.postgres.people;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.catalog.postgres.sql.Json;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.AuditLog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// [AuditLog] on PostgreSQL; inside a transaction the entry stands or falls with it.
public final class AuditTrail implements AuditLog {
    private final Database database;

    public AuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void append(Actor actor, String action, @Nullable DatasetId dataset, Map<String, String> detail) {
        write(actor.findId().orElse(null), action, dataset, detail);
    }

    /// The same, for whom only the account is known.
    public void write(@Nullable UserId user, String action, @Nullable DatasetId dataset, Map<String, String> detail) {
        database.sql("""
                insert into audit (user_id, action, dataset, detail)
                values (:user::integer, :action, :dataset, :detail::jsonb)
                """)
                .param("user", user == null ? null : user.value())
                .param("action", action)
                .param("dataset", dataset == null ? null : dataset.value())
                .param("detail", Json.map(detail))
                .update();
    }

    @Override
    public List<Entry> list(@Nullable Long before, int limit) {
        return database.sql("""
                select a.id, a.at, a.user_id, u.email, a.action, a.dataset, a.detail
                  from audit a
                  left join users u on u.id = a.user_id
                 where a.id < coalesce(:before::bigint, 9223372036854775807)
                 order by a.id desc
                 limit :limit
                """)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        Columns.time(row, "at"),
                        Columns.userOrNull(row, "user_id"),
                        row.getString("email"),
                        row.getString("action"),
                        Columns.datasetOrNull(row, "dataset"),
                        Json.map(row.getString("detail"))))
                .list();
    }
}
