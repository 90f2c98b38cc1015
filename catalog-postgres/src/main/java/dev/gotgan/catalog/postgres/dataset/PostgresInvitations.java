package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.catalog.postgres.people.AuditTrail;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.catalog.Invitations;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [Invitations] on PostgreSQL.
public final class PostgresInvitations implements Invitations {
    /// Of an invitation `i` to `d`: it is good, and who made it may still invite.
    private static final String OPEN = """
            i.hash = :hash and i.accepted_at is null and i.expires_at > clock_timestamp()
            and d.id = i.dataset and d.state = 'live'
            and exists (select from users u
                         where u.id = i.invited_by and not u.disabled
                           and (u.is_admin or u.id = d.owner_id
                                or exists (select from dataset_permissions p
                                            where p.dataset_id = d.id and p.user_id = u.id and p.role = 'owner')))
            """;
    private static final String IS_OPEN =
            "select exists (select from invitations i join datasets d on d.id = i.dataset where %s)".formatted(OPEN);
    private static final String USE = """
            update invitations i
               set accepted_by = :person, accepted_at = clock_timestamp()
              from datasets d
             where %s
            returning i.id, i.dataset, i.email, i.role, i.invited_by, i.created_at, i.expires_at
            """.formatted(OPEN);

    private final Database database;
    private final PostgresPermissions permissions;
    private final AuditTrail audit;

    public PostgresInvitations(Database database) {
        this.database = database;
        this.permissions = new PostgresPermissions(database);
        this.audit = new AuditTrail(database);
    }

    @Override
    public Invitation create(DatasetId dataset, String email, Role role, Sha256 hash, Actor by) {
        return database.in(() -> {
            var made = database.sql("""
                    insert into invitations (dataset, email, role, hash, invited_by, expires_at)
                    values (:dataset, :email, :role, :hash, :by::integer,
                            clock_timestamp() + make_interval(secs => :life))
                    returning id, dataset, email, role, invited_by, created_at, expires_at
                    """)
                    .param("dataset", dataset.value())
                    .param("email", Columns.clean(email))
                    .param("role", role.wire())
                    .param("hash", HexFormat.of().parseHex(hash.hex()))
                    .param("by", Columns.id(by))
                    .param("life", Columns.seconds(LIFE))
                    .query((row, n) -> invitation(row))
                    .single();
            note(by, "invitation.create", made);
            return made;
        });
    }

    @Override
    public List<Invitation> list(DatasetId dataset) {
        return database.sql("""
                select id, dataset, email, role, invited_by, created_at, expires_at
                  from invitations
                 where dataset = :dataset and accepted_at is null
                 order by id desc
                """)
                .param("dataset", dataset.value())
                .query((row, n) -> invitation(row))
                .list();
    }

    @Override
    public boolean withdraw(DatasetId dataset, long invitation, Actor by) {
        return database.in(() -> {
            var gone = database.sql("""
                    delete from invitations
                     where id = :id and dataset = :dataset and accepted_at is null
                    returning id, dataset, email, role, invited_by, created_at, expires_at
                    """)
                    .param("id", invitation)
                    .param("dataset", dataset.value())
                    .query((row, n) -> invitation(row))
                    .optional();
            gone.ifPresent(each -> note(by, "invitation.withdraw", each));
            return gone.isPresent();
        });
    }

    @Override
    public boolean isOpen(Sha256 hash) {
        return database.sql(IS_OPEN)
                .param("hash", HexFormat.of().parseHex(hash.hex()))
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Accepted> accept(Sha256 hash, UserId person) {
        return database.in(() -> use(hash, person).map(invitation -> {
            var by = new Actor.Person(person, false, false);
            note(by, "invitation.accept", invitation);
            return new Accepted(invitation.dataset(), raise(invitation, person));
        }));
    }

    private Optional<Invitation> use(Sha256 hash, UserId person) {
        return database.sql(USE)
                .param("hash", HexFormat.of().parseHex(hash.hex()))
                .param("person", person.value())
                .query((row, n) -> invitation(row))
                .optional();
    }

    /// The inviter grants, so that a list of roles says who let somebody in.
    private Role raise(Invitation invitation, UserId person) {
        var present = permissions.list(invitation.dataset()).stream()
                .filter(grant -> grant.person().equals(person))
                .map(grant -> grant.role())
                .findFirst();
        if (present.isPresent() && present.get().compareTo(invitation.role()) >= 0) {
            return present.get();
        }
        var inviter = invitation.invitedBy();
        var by = inviter == null ? new Actor.Itself() : new Actor.Person(inviter, false, false);
        permissions.grant(invitation.dataset(), person, invitation.role(), by);
        return invitation.role();
    }

    private void note(Actor by, String action, Invitation invitation) {
        audit.append(
                by,
                action,
                invitation.dataset(),
                Map.of("email", invitation.email(), "role", invitation.role().wire()));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getLong("id"),
                new DatasetId(row.getString("dataset")),
                row.getString("email"),
                Role.find(row.getString("role")).orElseThrow(),
                Columns.userOrNull(row, "invited_by"),
                Columns.time(row, "created_at"),
                Columns.time(row, "expires_at"));
    }
}
