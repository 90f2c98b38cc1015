package dev.gotgan.server.web.signin;

import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.engine.people.Tokens;
import dev.gotgan.server.web.Caller;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.PlainHeaders;
import dev.gotgan.server.web.problem.Problem;
import dev.gotgan.server.web.problem.ProblemWriter;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Finds out who sent each request and attaches the [Caller] to it. A request with `Authorization` is judged by
/// that alone; a cookie beside it is not looked at.
public final class SignInFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String BEARER = "Bearer ";

    private final transient Tokens tokens;
    private final transient BrowserSessions sessions;
    private final transient SessionCookie cookies;

    public SignInFilter(Tokens tokens, BrowserSessions sessions, SessionCookie cookies) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws IOException, ServletException {
        PlainHeaders.of(response);
        try (var _ = MDC.putCloseable("request", response.getHeader(PlainHeaders.REQUEST_ID))) {
            identified(request, response, next);
        }
    }

    private void identified(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws IOException, ServletException {
        try {
            var authorization = request.getHeader("Authorization");
            var caller = authorization == null ? byCookie(request) : byToken(authorization);
            caller.attachTo(request);
        } catch (RuntimeException e) {
            ProblemWriter.write(Problems.of(e), response);
            return;
        }
        next.doFilter(request, response);
    }

    private Caller byToken(String authorization) {
        var secret = secret(authorization);
        if (!secret.startsWith(Secrets.TOKEN_PREFIX)) {
            throw badToken();
        }
        var bearer = tokens.findBearer(Secrets.hash(secret)).orElseThrow(SignInFilter::badToken);
        return new Caller(bearer.actor(), bearer.account(), Caller.Proof.TOKEN);
    }

    /// What stands behind `Bearer`; empty where nothing does.
    static String secret(String authorization) {
        var prefix = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return prefix ? authorization.substring(BEARER.length()).strip() : "";
    }

    private Caller byCookie(HttpServletRequest request) {
        var cookie = cookies.find(request);
        if (cookie.isEmpty()) {
            return Caller.NOBODY;
        }
        var proof = proof(request, cookie.get());
        return sessions.find(Secrets.hash(cookie.get()))
                .map(account -> new Caller(account.actor(), account, proof))
                .orElseGet(() -> new Caller(Caller.NOBODY.actor(), null, proof));
    }

    /// The token, and no word of the browser that another site's page sent this.
    private Caller.Proof proof(HttpServletRequest request, String cookie) {
        var token = request.getHeader("X-CSRF-Token");
        var right = token != null && Secrets.same(token, cookies.csrfToken(cookie));
        return right && !foreign(request.getHeader("Sec-Fetch-Site")) ? Caller.Proof.CSRF : Caller.Proof.NONE;
    }

    private static boolean foreign(@Nullable String site) {
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static Refused badToken() {
        return new Refused(
                Problem.of(Code.UNAUTHENTICATED, "The token is unknown, expired or revoked; make another one.")
                        .withHeader("WWW-Authenticate", "Bearer"));
    }
}
