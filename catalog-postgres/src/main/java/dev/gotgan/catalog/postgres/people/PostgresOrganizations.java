package dev.gotgan.catalog.postgres.people;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Organizations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// [Organizations] on PostgreSQL.
public final class PostgresOrganizations implements Organizations {
    private final Database database;
    private final AuditTrail audit;

    public PostgresOrganizations(Database database) {
        this.database = database;
        this.audit = new AuditTrail(database);
    }

    @Override
    public Organization create(String name, UserId founder) {
        return database.in(() -> {
            var made = database.sql("insert into organizations (name) values (:name) returning id, name")
                    .param("name", Columns.clean(name))
                    .query((row, n) -> new Organization(row.getInt("id"), row.getString("name")))
                    .single();
            var by = new Actor.Person(founder, false, false);
            audit.append(by, "organization.create", null, Map.of("organization", Integer.toString(made.id())));
            admit(made.id(), founder, Position.ADMIN, by);
            return made;
        });
    }

    @Override
    public Optional<Organization> find(int organization) {
        return database.sql("select id, name from organizations where id = :id")
                .param("id", organization)
                .query((row, n) -> new Organization(row.getInt("id"), row.getString("name")))
                .optional();
    }

    @Override
    public List<Organization> of(UserId person) {
        return database.sql("""
                select o.id, o.name
                  from organization_members m
                  join organizations o on o.id = m.organization_id
                 where m.user_id = :person
                 order by o.name, o.id
                """)
                .param("person", person.value())
                .query((row, n) -> new Organization(row.getInt("id"), row.getString("name")))
                .list();
    }

    @Override
    public List<Organization> all() {
        return database.sql("select id, name from organizations order by name, id")
                .query((row, n) -> new Organization(row.getInt("id"), row.getString("name")))
                .list();
    }

    @Override
    public List<Member> members(int organization) {
        return database.sql("""
                select u.id, u.email, u.name, m.role, m.joined_at
                  from organization_members m
                  join users u on u.id = m.user_id
                 where m.organization_id = :organization
                 order by m.role, u.name, u.id
                """)
                .param("organization", organization)
                .query((row, n) -> new Member(
                        new UserId(row.getInt("id")),
                        row.getString("email"),
                        row.getString("name"),
                        Columns.word(Position.class, row, "role"),
                        Columns.time(row, "joined_at")))
                .list();
    }

    @Override
    public Optional<Position> findPosition(int organization, UserId person) {
        return database.sql("""
                select role from organization_members where organization_id = :organization and user_id = :person
                """)
                .param("organization", organization)
                .param("person", person.value())
                .query((row, n) -> Position.valueOf(row.getString("role").toUpperCase(Locale.ROOT)))
                .optional();
    }

    @Override
    public void admit(int organization, UserId person, Position position, Actor by) {
        database.run(() -> {
            if (position == Position.MEMBER) {
                keepAnAdmin(organization, person);
            }
            database.sql("""
                    insert into organization_members (organization_id, user_id, role)
                    values (:organization, :person, :role)
                        on conflict (user_id, organization_id) do update set role = excluded.role
                    """)
                    .param("organization", organization)
                    .param("person", person.value())
                    .param("role", position.name().toLowerCase(Locale.ROOT))
                    .update();
            note(by, "member.admit", organization, person);
        });
    }

    @Override
    public boolean dismiss(int organization, UserId person, Actor by) {
        return database.in(() -> {
            keepAnAdmin(organization, person);
            int dismissed = database.sql("""
                    delete from organization_members where organization_id = :organization and user_id = :person
                    """)
                    .param("organization", organization)
                    .param("person", person.value())
                    .update();
            if (dismissed > 0) {
                note(by, "member.dismiss", organization, person);
            }
            return dismissed > 0;
        });
    }

    /// Under the team's lock: of two admins who leave at once, one stays. The lock lets members be added meanwhile.
    private void keepAnAdmin(int organization, UserId leaving) {
        var _ = database.sql("select id from organizations where id = :organization for no key update")
                .param("organization", organization)
                .query(Integer.class)
                .optional();
        boolean last = database.sql("""
                select coalesce(bool_and(user_id = :leaving), false)
                  from organization_members
                 where organization_id = :organization and role = 'admin'
                """)
                .param("organization", organization)
                .param("leaving", leaving.value())
                .query(Boolean.class)
                .single();
        if (last) {
            throw new LastAdmin(organization);
        }
    }

    private void note(Actor by, String action, int organization, UserId person) {
        audit.append(
                by, action, null, Map.of("organization", Integer.toString(organization), "person", person.toString()));
    }
}
