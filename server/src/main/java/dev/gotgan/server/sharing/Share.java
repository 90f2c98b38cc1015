package dev.gotgan.server.sharing;

import dev.gotgan.engine.catalog.Permissions;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.LoginLimits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives roles to people and takes them away.
final class Share {
    private final Permissions permissions;
    private final Accounts accounts;
    private final LoginLimits limits;

    Share(Permissions permissions, Accounts accounts, LoginLimits limits) {
        this.permissions = permissions;
        this.accounts = accounts;
        this.limits = limits;
    }

    /// A grant, and whether it was new.
    record Done(Permissions.Granted kind, Permissions.Grant grant) {}

    List<Permissions.Grant> with(DatasetId dataset) {
        return permissions.list(dataset);
    }

    Done grant(DatasetId dataset, PermissionsController.GrantRequest wanted, Actor actor) {
        var role = role(wanted.role());
        var person = person(wanted, actor);
        var kind = permissions.grant(dataset, person, role, actor);
        if (kind == Permissions.Granted.OWNS_IT) {
            throw new Refused(Code.FIELD_INVALID, "This person owns the dataset, which is more than any role.");
        }
        return permissions.list(dataset).stream()
                .filter(grant -> grant.person().equals(person))
                .findFirst()
                .map(grant -> new Done(kind, grant))
                .orElseThrow(Problems::noDataset);
    }

    void revoke(DatasetId dataset, int person, Actor actor) {
        if (person <= 0 || !permissions.revoke(dataset, new UserId(person), actor)) {
            throw new Refused(Code.NOT_FOUND, "This person has no role here that can be taken away.");
        }
    }

    private static Role role(@Nullable Role wanted) {
        if (wanted == null) {
            throw new Refused(Code.FIELD_INVALID, "role is viewer or editor.");
        }
        if (wanted == Role.OWNER) {
            throw new Refused(Code.FIELD_INVALID, "A dataset moves to another owner by PUT with owner_id.");
        }
        return wanted;
    }

    private UserId person(PermissionsController.GrantRequest wanted, Actor actor) {
        if ((wanted.userId() == null) == (wanted.email() == null)) {
            throw new Refused(Code.FIELD_INVALID, "Name the person by user_id or by email.");
        }
        return find(wanted)
                .filter(account -> account.state() == Account.State.ACTIVE)
                .map(Account::id)
                .orElseThrow(() -> unknown(actor));
    }

    private Optional<Account> find(PermissionsController.GrantRequest wanted) {
        if (wanted.email() != null) {
            return accounts.findByEmail(wanted.email().strip());
        }
        var id = wanted.userId();
        return id == null || id <= 0 ? Optional.empty() : accounts.find(new UserId(id));
    }

    /// Nobody finds out who has an account by asking for a thousand.
    private Refused unknown(Actor actor) {
        limits.count("user " + actor.findId().map(UserId::toString).orElse(""));
        return new Refused(Code.USER_UNKNOWN, "There is no such account; ask the person to make one first.");
    }
}
