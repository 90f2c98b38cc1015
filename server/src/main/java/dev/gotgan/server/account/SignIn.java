package dev.gotgan.server.account;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.AuditLog;
import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.ClientAddress;
import dev.gotgan.server.web.signin.LoginLimits;
import dev.gotgan.server.web.signin.Passwords;
import dev.gotgan.server.web.signin.Secrets;
import dev.gotgan.server.web.signin.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/// From an e-mail and a password to a session, and to its end.
final class SignIn {
    private final Accounts accounts;
    private final AuditLog audit;
    private final BrowserSessions sessions;
    private final SessionCookie cookies;
    private final Guard guard;

    SignIn(Accounts accounts, AuditLog audit, BrowserSessions sessions, SessionCookie cookies, Guard guard) {
        this.accounts = accounts;
        this.audit = audit;
        this.sessions = sessions;
        this.cookies = cookies;
        this.guard = guard;
    }

    /// What keeps guessers out.
    record Guard(Passwords passwords, LoginLimits limits, ClientAddress address) {}

    /// Whose e-mail and password these are. An unknown account, a wrong password and a disabled account sound
    /// alike.
    Account check(String email, String password, HttpServletRequest request) {
        var address = guard.address().of(request);
        guard.limits().begin(email, address);
        var login = accounts.findLogin(email.strip());
        var right = guard.passwords()
                .matches(password, login.map(Accounts.Login::passwordHash).orElse(null));
        var account = login.map(Accounts.Login::account)
                .filter(found -> right && found.state() == Account.State.ACTIVE)
                .orElseThrow(() -> failed(address));
        guard.limits().succeeded(email, address);
        return account;
    }

    /// Begins a session under a cookie nobody had before, and ends the one the browser came with.
    String begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        cookies.find(request).map(Secrets::hash).ifPresent(sessions::end);
        var cookie = cookies.renew(response);
        sessions.begin(account.id(), Secrets.hash(cookie));
        return cookie;
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        cookies.find(request).map(Secrets::hash).ifPresent(sessions::end);
        cookies.clear(response);
    }

    private Refused failed(String address) {
        audit.append(new Actor.Anonymous(), "login.failed", null, Map.of("address", address));
        return new Refused(Code.LOGIN_FAILED, "E-mail or password is wrong.");
    }
}
