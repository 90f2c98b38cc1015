package dev.gotgan.server.web.signin;

import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.server.web.config.Settings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The one cookie, and the CSRF token that goes with it: what only we can compute of the cookie, so that nothing
/// need be stored for callers who never sign in.
public final class SessionCookie {
    public static final String NAME = "gotgan_session";
    private static final int LONGEST = 100;

    private final SecretKey key;
    private final Settings.Http http;

    public SessionCookie(SecretKey key, Settings.Http http) {
        this.key = key;
        this.http = http;
    }

    public Optional<String> find(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.length() <= LONGEST)
                .findFirst();
    }

    /// Gives the caller a cookie nobody had before.
    public String renew(HttpServletResponse response) {
        var fresh = Secrets.cookie();
        send(response, fresh, BrowserSessions.LIFE);
        return fresh;
    }

    public void clear(HttpServletResponse response) {
        send(response, "", Duration.ZERO);
    }

    public String csrfToken(String cookie) {
        return key.sign("csrf", cookie);
    }

    private void send(HttpServletResponse response, String value, Duration life) {
        var cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(http.encrypted())
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
