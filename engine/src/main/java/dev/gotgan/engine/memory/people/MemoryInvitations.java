package dev.gotgan.engine.memory.people;

import dev.gotgan.engine.catalog.Invitations;
import dev.gotgan.engine.catalog.Permissions;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.InvitationRow;
import dev.gotgan.engine.memory.rows.Metadata;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [Invitations] in memory.
public final class MemoryInvitations implements Invitations {
    private final CatalogRows all;
    private final Permissions permissions;
    private final AuditLog audit;

    public MemoryInvitations(CatalogRows all) {
        this.all = all;
        this.permissions = new MemoryPermissions(all);
        this.audit = new MemoryAuditLog(all);
    }

    @Override
    public Invitation create(DatasetId dataset, String email, Role role, Sha256 hash, Actor by) {
        return all.in(() -> {
            var now = all.now();
            long id = all.invitationIds.incrementAndGet();
            var made = new Invitation(id, dataset, email, role, by.findId().orElse(null), now, now.plus(LIFE));
            all.invitations.put(id, new InvitationRow(made, hash));
            note(by, "invitation.create", made);
            return made;
        });
    }

    @Override
    public List<Invitation> list(DatasetId dataset) {
        return all.in(() -> all.invitations.values().stream()
                .filter(row -> !row.accepted && row.invitation.dataset().equals(dataset))
                .map(row -> named(row.invitation))
                .toList()
                .reversed());
    }

    private Invitation named(Invitation made) {
        return new Invitation(
                made.id(),
                made.dataset(),
                made.email(),
                made.role(),
                findInviter(made).map(Account::id).orElse(null),
                made.created(),
                made.expires());
    }

    private Optional<Account> findInviter(Invitation made) {
        return Optional.ofNullable(made.invitedBy()).map(all.people::get).map(Accounts.Login::account);
    }

    @Override
    public boolean withdraw(DatasetId dataset, long invitation, Actor by) {
        return all.in(() -> {
            var found = Optional.ofNullable(all.invitations.get(invitation))
                    .filter(row -> !row.accepted && row.invitation.dataset().equals(dataset));
            found.ifPresent(row -> {
                all.invitations.remove(invitation);
                note(by, "invitation.withdraw", row.invitation);
            });
            return found.isPresent();
        });
    }

    @Override
    public boolean isOpen(Sha256 hash) {
        return all.in(() -> findOpen(hash).isPresent());
    }

    private Optional<InvitationRow> findOpen(Sha256 hash) {
        return all.invitations.values().stream()
                .filter(row -> row.hash.equals(hash) && !row.accepted)
                .filter(row -> row.invitation.expires().isAfter(all.now()))
                .filter(row -> all.find(row.invitation.dataset())
                        .map(rows -> rows.metadata)
                        .filter(metadata -> metadata.state == DatasetState.LIVE)
                        .filter(metadata -> mayInvite(row.invitation, metadata))
                        .isPresent())
                .findFirst();
    }

    private boolean mayInvite(Invitation made, Metadata metadata) {
        return findInviter(made)
                .filter(account -> account.state() == Account.State.ACTIVE)
                .filter(account -> account.admin()
                        || account.id().equals(metadata.owner)
                        || metadata.findRole(account.id()).equals(Optional.of(Role.OWNER)))
                .isPresent();
    }

    @Override
    public Optional<Accepted> accept(Sha256 hash, UserId person) {
        return all.in(() -> findOpen(hash).map(row -> {
            row.accepted = true;
            note(new Actor.Person(person, false, false), "invitation.accept", row.invitation);
            return new Accepted(row.invitation.dataset(), raise(row.invitation, person));
        }));
    }

    /// The inviter grants, so that a list of roles says who let somebody in.
    private Role raise(Invitation made, UserId person) {
        var metadata = all.find(made.dataset()).orElseThrow().metadata;
        var present = person.equals(metadata.owner)
                ? Role.OWNER
                : metadata.findRole(person).orElse(null);
        if (present != null && present.compareTo(made.role()) >= 0) {
            return present;
        }
        permissions.grant(made.dataset(), person, made.role(), inviter(made.invitedBy()));
        return made.role();
    }

    private static Actor inviter(@Nullable UserId inviter) {
        return inviter == null ? new Actor.Itself() : new Actor.Person(inviter, false, false);
    }

    private void note(Actor by, String action, Invitation made) {
        audit.append(
                by,
                action,
                made.dataset(),
                Map.of("email", made.email(), "role", made.role().wire()));
    }
}
