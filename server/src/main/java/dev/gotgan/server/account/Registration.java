package dev.gotgan.server.account;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.Passwords;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// Making an account for oneself (`GOTGAN_REGISTRATION`).
final class Registration {
    private final Settings.Registration policy;
    private final Accounts accounts;
    private final SignIn.Guard guard;

    Registration(Settings.Registration policy, Accounts accounts, SignIn.Guard guard) {
        this.policy = policy;
        this.accounts = accounts;
        this.guard = guard;
    }

    Account make(@Nullable String email, @Nullable String password, @Nullable String name, HttpServletRequest request) {
        if (policy == Settings.Registration.CLOSED) {
            throw new Refused(Code.REGISTRATION_CLOSED, "Accounts are made by an admin here; ask one.");
        }
        guard.limits().count(guard.address().of(request));
        var hash = passwordHash(password, guard.passwords());
        return accounts.create(
                new Accounts.NewAccount(Email.of(email), PersonName.of(name), hash, Account.Kind.MEMBER),
                new Actor.Anonymous());
    }

    private static String passwordHash(@Nullable String password, Passwords passwords) {
        Passwords.check(password == null ? "" : password);
        return passwords.hash(password == null ? "" : password);
    }
}
