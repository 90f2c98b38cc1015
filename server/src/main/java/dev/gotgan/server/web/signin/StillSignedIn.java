package dev.gotgan.server.web.signin;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.engine.people.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks again who sent a request, long after it was answered.
public final class StillSignedIn {
    private final Tokens tokens;
    private final BrowserSessions sessions;
    private final SessionCookie cookies;

    public StillSignedIn(Tokens tokens, BrowserSessions sessions, SessionCookie cookies) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /// Whom what `request` was sent with lets in, each time it is asked: nobody after a logout, the end of the token or
    /// of the account.
    public Supplier<Optional<Actor.Person>> of(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        if (authorization != null) {
            var hash = Secrets.hash(SignInFilter.secret(authorization));
            return () -> tokens.findBearer(hash).map(Tokens.Bearer::actor);
        }
        var cookie = cookies.find(request).map(Secrets::hash);
        return () -> cookie.flatMap(sessions::find).map(Account::actor);
    }
}
