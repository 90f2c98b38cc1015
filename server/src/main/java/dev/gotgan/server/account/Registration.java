package dev.gotgan.server.account;

import dev.gotgan.engine.catalog.Invitations;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.Passwords;
import dev.gotgan.server.web.signin.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// Making an account for oneself (`GOTGAN_REGISTRATION`).
final class Registration {
    private final Settings.Registration policy;
    private final Accounts accounts;
    private final Invitations invitations;
    private final SignIn.Guard guard;

    Registration(Settings.Registration policy, Accounts accounts, Invitations invitations, SignIn.Guard guard) {
        this.policy = policy;
        this.accounts = accounts;
        this.invitations = invitations;
        this.guard = guard;
    }

    Account make(SignInController.RegisterRequest wanted, HttpServletRequest request) {
        if (policy == Settings.Registration.CLOSED) {
            throw new Refused(Code.REGISTRATION_CLOSED, "Accounts are made by an admin here; ask one.");
        }
        guard.limits().count(guard.address().of(request));
        if (policy == Settings.Registration.INVITE && !invited(wanted.invitation())) {
            throw new Refused(
                    Code.REGISTRATION_CLOSED,
                    "Only who holds an invitation makes an account here, and this one was used, withdrawn or is too old.");
        }
        var hash = passwordHash(wanted.password(), guard.passwords());
        return accounts.create(
                new Accounts.NewAccount(
                        Email.of(wanted.email()), PersonName.of(wanted.name()), hash, Account.Kind.MEMBER),
                new Actor.Anonymous());
    }

    /// The link stays unused: it is accepted by who is signed in.
    private boolean invited(@Nullable String invitation) {
        return invitation != null && invitations.isOpen(Secrets.hash(invitation));
    }

    private static String passwordHash(@Nullable String password, Passwords passwords) {
        Passwords.check(password == null ? "" : password);
        return passwords.hash(password == null ? "" : password);
    }
}
