package dev.gotgan.server.account;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.Passwords;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What admins do with accounts. A new password or a disabling signs the person out everywhere.
final class KeepAccounts {
    private final Accounts accounts;
    private final BrowserSessions sessions;
    private final Passwords passwords;

    KeepAccounts(Accounts accounts, BrowserSessions sessions, Passwords passwords) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    List<Account> page(@Nullable UserId after, int limit) {
        return accounts.list(after, limit);
    }

    Account make(UsersController.NewUserRequest wanted, Actor by) {
        var email = Email.of(wanted.email());
        var name = PersonName.of(wanted.name());
        var kind = Boolean.TRUE.equals(wanted.isAdmin()) ? Account.Kind.ADMIN : Account.Kind.MEMBER;
        return accounts.create(new Accounts.NewAccount(email, name, hash(wanted.password()), kind), by);
    }

    Account change(UserId id, UsersController.UserChange change, Actor by) {
        var account = accounts.find(id).orElseThrow(KeepAccounts::unknown);
        var name = PersonName.of(change.name());
        var hash = hash(change.password());
        keepYourself(account, change, by);
        if (name != null) {
            accounts.rename(id, name, by);
        }
        if (change.isAdmin() != null) {
            accounts.appoint(id, change.isAdmin() ? Account.Kind.ADMIN : Account.Kind.MEMBER, by);
        }
        if (change.disabled() != null) {
            accounts.set(id, change.disabled() ? Account.State.DISABLED : Account.State.ACTIVE, by);
        }
        if (hash != null) {
            accounts.password(id, hash, by);
        }
        if (hash != null || Boolean.TRUE.equals(change.disabled())) {
            sessions.endAll(id);
        }
        return accounts.find(id).orElseThrow(KeepAccounts::unknown);
    }

    /// @param newOwner of the person's datasets; null if they have none
    void remove(UserId id, @Nullable Integer newOwner, Actor by) {
        var _ = accounts.find(id).orElseThrow(KeepAccounts::unknown);
        if (by.findId().filter(id::equals).isPresent()) {
            throw new Refused(Code.LAST_ADMIN, "You can't remove yourself; another admin can.");
        }
        var heir = newOwner == null ? null : heir(newOwner, id);
        try {
            accounts.remove(id, heir, by);
        } catch (Accounts.OwnsDatasets e) {
            throw new Refused(
                    Code.OWNS_DATASETS, "Nothing was changed: " + e.getMessage() + ". Name who gets them: new_owner.");
        } catch (Accounts.OnlyAdmin e) {
            throw new Refused(
                    Code.ONLY_TEAM_ADMIN,
                    "Nothing was changed: " + e.getMessage() + ". Make another member of it admin first.");
        }
    }

    private UserId heir(int wanted, UserId leaving) {
        return Optional.of(wanted)
                .filter(id -> id > 0 && id != leaving.value())
                .flatMap(id -> accounts.find(new UserId(id)))
                .filter(account -> account.state() == Account.State.ACTIVE)
                .map(Account::id)
                .orElseThrow(() -> new Refused(Code.USER_UNKNOWN, "new_owner is no other active account."));
    }

    /// No admin can lock themself out; so there is always one who can let others in.
    private static void keepYourself(Account account, UsersController.UserChange change, Actor by) {
        var less = Boolean.FALSE.equals(change.isAdmin()) || Boolean.TRUE.equals(change.disabled());
        if (less && by.findId().filter(account.id()::equals).isPresent()) {
            throw new Refused(Code.LAST_ADMIN, "You can't take this from yourself; another admin can.");
        }
    }

    private @Nullable String hash(@Nullable String password) {
        if (password == null) {
            return null;
        }
        Passwords.check(password);
        return passwords.hash(password);
    }

    private static Refused unknown() {
        return new Refused(Code.NOT_FOUND, "There is no such account.");
    }
}
