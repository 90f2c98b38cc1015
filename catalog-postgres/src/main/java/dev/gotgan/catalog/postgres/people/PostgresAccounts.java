package dev.gotgan.catalog.postgres.people;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [Accounts] on PostgreSQL.
public final class PostgresAccounts implements Accounts {
    private final Database database;
    private final AuditTrail audit;

    public PostgresAccounts(Database database) {
        this.database = database;
        this.audit = new AuditTrail(database);
    }

    @Override
    public void remove(UserId id, @Nullable UserId heir, Actor by) {
        database.run(() -> {
            long owned = database.sql("select count(*) from datasets where owner_id = :id")
                    .param("id", id.value())
                    .query(Long.class)
                    .single();
            if (owned > 0 && heir == null) {
                throw new OwnsDatasets(owned);
            }
            keepAdmins(id);
            if (heir != null) {
                inherit(id, heir);
            }
            database.sql("delete from users where id = :id")
                    .param("id", id.value())
                    .update();
            note(by, "account.remove", id, Map.of("datasets", Long.toString(owned), "heir", String.valueOf(heir)));
        });
    }

    /// Under the locks of the person's teams: nobody else leaves one of them meanwhile.
    private void keepAdmins(UserId leaving) {
        var _ = database.sql("""
                select id
                  from organizations
                 where id in (select organization_id from organization_members where user_id = :id)
                 order by id
                   for no key update
                """)
                .param("id", leaving.value())
                .query(Integer.class)
                .list();
        var left = database.sql("""
                select o.name
                  from organizations o
                  join organization_members m on m.organization_id = o.id
                 where o.id in (select organization_id from organization_members where user_id = :id)
                 group by o.id, o.name
                having count(*) > 1
                   and bool_and(m.user_id = :id) filter (where m.role = 'admin')
                 order by o.name collate "C"
                """)
                .param("id", leaving.value())
                .query((row, n) -> row.getString("name"))
                .list();
        if (!left.isEmpty()) {
            throw new OnlyAdmin(left);
        }
    }

    /// The owner of a dataset needs no role on it; one that is an organization's stays so only if the heir is in it.
    private void inherit(UserId id, UserId heir) {
        database.sql("""
                delete from dataset_permissions p
                 using datasets d
                 where d.id = p.dataset_id and d.owner_id = :id and p.user_id = :heir
                """).param("id", id.value()).param("heir", heir.value()).update();
        database.sql("""
                update datasets d
                   set visibility = case when d.visibility = 'organization' and t.id is null
                                         then 'private' else d.visibility end,
                       organization_id = t.id,
                       owner_id = :heir, revision = d.revision + 1, updated_at = clock_timestamp()
                  from datasets o
                  left join lateral (
                       select organization_id as id
                         from organization_members
                        where organization_id = o.organization_id and user_id = :heir) t on true
                 where o.id = d.id and d.owner_id = :id
                """).param("id", id.value()).param("heir", heir.value()).update();
    }

    @Override
    public Account create(NewAccount wanted, Actor by) {
        return database.in(() -> {
            var account = insert(wanted).orElseThrow(() -> new EmailTaken(wanted.email()));
            note(by, "account.create", account.id(), Map.of("kind", wire(account.kind())));
            return account;
        });
    }

    private Optional<Account> insert(NewAccount wanted) {
        return database.sql("""
                insert into users (email, name, password_hash, is_admin)
                values (:email, coalesce(:name, split_part(:email, '@', 1)), :hash, :admin)
                    on conflict (lower(email)) do nothing
                returning *
                """)
                .param("email", wanted.email())
                .param("name", Columns.cleanOrNull(wanted.name()))
                .param("hash", wanted.passwordHash())
                .param("admin", wanted.kind() == Account.Kind.ADMIN)
                .query((row, n) -> account(row))
                .optional();
    }

    @Override
    public Optional<Account> find(UserId id) {
        return database.sql("select * from users where id = :id")
                .param("id", id.value())
                .query((row, n) -> account(row))
                .optional();
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        return findLogin(email).map(Login::account);
    }

    @Override
    public Optional<Login> findLogin(String email) {
        return database.sql("select * from users where lower(email) = lower(:email)")
                .param("email", Columns.clean(email))
                .query((row, n) -> new Login(account(row), row.getString("password_hash")))
                .optional();
    }

    @Override
    public List<Account> list(@Nullable UserId after, int limit) {
        return database.sql("select * from users where id > :after order by id limit :limit")
                .param("after", after == null ? 0 : after.value())
                .param("limit", limit)
                .query((row, n) -> account(row))
                .list();
    }

    @Override
    public boolean anyAdmin() {
        return database.sql("select exists (select from users where is_admin and not disabled)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void password(UserId id, String hash, Actor by) {
        database.run(() -> {
            database.sql("update users set password_hash = :hash where id = :id")
                    .param("id", id.value())
                    .param("hash", hash)
                    .update();
            note(by, "account.password", id, Map.of());
        });
    }

    @Override
    public void rename(UserId id, String name, Actor by) {
        database.run(() -> {
            database.sql("update users set name = :name where id = :id")
                    .param("id", id.value())
                    .param("name", Columns.clean(name))
                    .update();
            note(by, "account.rename", id, Map.of());
        });
    }

    @Override
    public void appoint(UserId id, Account.Kind kind, Actor by) {
        database.run(() -> {
            database.sql("update users set is_admin = :admin where id = :id")
                    .param("id", id.value())
                    .param("admin", kind == Account.Kind.ADMIN)
                    .update();
            note(by, "account.appoint", id, Map.of("kind", wire(kind)));
        });
    }

    @Override
    public void set(UserId id, Account.State state, Actor by) {
        database.run(() -> {
            database.sql("update users set disabled = :disabled where id = :id")
                    .param("id", id.value())
                    .param("disabled", state == Account.State.DISABLED)
                    .update();
            note(by, "account.state", id, Map.of("state", wire(state)));
        });
    }

    private void note(Actor by, String action, UserId account, Map<String, String> detail) {
        var all = new java.util.LinkedHashMap<>(detail);
        all.put("account", account.toString());
        audit.append(by, action, null, all);
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                new UserId(row.getInt("id")),
                row.getString("email"),
                row.getString("name"),
                row.getBoolean("is_admin") ? Account.Kind.ADMIN : Account.Kind.MEMBER,
                row.getBoolean("disabled") ? Account.State.DISABLED : Account.State.ACTIVE,
                Columns.time(row, "created_at"));
    }
}
