package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.catalog.postgres.people.AuditTrail;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.catalog.Permissions;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import java.util.List;
import java.util.Map;

/// [Permissions] on PostgreSQL.
public final class PostgresPermissions implements Permissions {
    private final Database database;
    private final AuditTrail audit;

    public PostgresPermissions(Database database) {
        this.database = database;
        this.audit = new AuditTrail(database);
    }

    @Override
    public List<Grant> list(DatasetId dataset) {
        return database.sql("""
                select u.id, u.email, u.name, r.role, r.granted_by, r.granted_at
                  from (select owner_id as user_id, 'owner' as role, null::integer as granted_by,
                               created_at as granted_at, 0 as ord
                          from datasets
                         where id = :dataset
                        union all
                        select p.user_id, p.role, p.granted_by, p.granted_at, p.id
                          from dataset_permissions p
                          join datasets d on d.id = p.dataset_id
                         where p.dataset_id = :dataset and p.user_id is distinct from d.owner_id) r
                  join users u on u.id = r.user_id
                 order by r.ord
                """)
                .param("dataset", dataset.value())
                .query((row, n) -> new Grant(
                        new UserId(row.getInt("id")),
                        row.getString("email"),
                        row.getString("name"),
                        Role.find(row.getString("role")).orElseThrow(),
                        Columns.userOrNull(row, "granted_by"),
                        Columns.time(row, "granted_at")))
                .list();
    }

    @Override
    public Granted grant(DatasetId dataset, UserId person, Role role, Actor by) {
        return database.in(() -> {
            if (owns(dataset, person)) {
                return Granted.OWNS_IT;
            }
            var granted = write(dataset, person, role, by);
            audit.append(by, "permission.grant", dataset, Map.of("person", person.toString(), "role", role.wire()));
            return granted;
        });
    }

    private boolean owns(DatasetId dataset, UserId person) {
        return database.sql("select exists (select from datasets where id = :dataset and owner_id = :person)")
                .param("dataset", dataset.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /// `xmax` is 0 in a row that this statement inserted.
    private Granted write(DatasetId dataset, UserId person, Role role, Actor by) {
        return database.sql("""
                insert into dataset_permissions as p (dataset_id, user_id, role, granted_by)
                values (:dataset, :person, :role, :by::integer)
                    on conflict (dataset_id, user_id) do update
                   set role = excluded.role, granted_by = excluded.granted_by, granted_at = clock_timestamp()
                returning p.xmax = 0 as added
                """)
                .param("dataset", dataset.value())
                .param("person", person.value())
                .param("role", role.wire())
                .param("by", Columns.id(by))
                .query((row, n) -> row.getBoolean("added") ? Granted.ADDED : Granted.CHANGED)
                .single();
    }

    @Override
    public boolean revoke(DatasetId dataset, UserId person, Actor by) {
        return database.in(() -> {
            int revoked = database.sql(
                            "delete from dataset_permissions where dataset_id = :dataset and user_id = :person")
                    .param("dataset", dataset.value())
                    .param("person", person.value())
                    .update();
            if (revoked > 0) {
                audit.append(by, "permission.revoke", dataset, Map.of("person", person.toString()));
            }
            return revoked > 0;
        });
    }
}
