package dev.gotgan.server.running;

import dev.gotgan.server.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who talks to a server: a browser with cookies and its CSRF token, or a program with a token. Each answer
/// is held to the [Contract] before a test sees it.
public final class Client {
    private final RunningServer server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Client(RunningServer server) {
        this.server = server;
    }

    /// A program that says nothing of itself.
    public static Client of(RunningServer server) {
        return new Client(server);
    }

    /// A browser before anybody signed in: it has its cookie and sends the CSRF token that belongs to it.
    public static Client browser(RunningServer server) {
        return new Client(server).withCsrf();
    }

    /// A browser in which this person signed in.
    public static Client signedIn(RunningServer server, String email, String password) {
        var browser = browser(server);
        var answer = browser.login(email, password);
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return browser.withCsrf();
    }

    public static Client withToken(RunningServer server, String token) {
        return new Client(server).header("Authorization", "Bearer " + token);
    }

    public Client withCsrf() {
        return header(
                "X-CSRF-Token", get("/api/v1/auth/me").json().path("csrf_token").asString());
    }

    /// Sends this header from now on; null: no longer.
    public Client header(String name, @Nullable String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    public Answer login(String email, String password) {
        return post("/api/v1/auth/login", """
                {"email": "%s", "password": "%s"}""".formatted(email, password));
    }

    public Optional<String> findCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /// What a thief of the cookie would do.
    public Client useCookie(String value) {
        cookies.getCookieStore().removeAll();
        return header("Cookie", "gotgan_session=" + value);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer upload(String path, Form form) {
        return send("POST", path, form.type(), BodyPublishers.ofByteArray(form.body()));
    }

    public Answer send(String method, String path, @Nullable String json) {
        var body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return send(method, path, json == null ? null : "application/json", body);
    }

    public Answer send(String method, String path, @Nullable String type, HttpRequest.BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create(server.address() + path)).method(method, body);
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            var answer = Answer.of(http.send(request.build(), BodyHandlers.ofByteArray()));
            Contract.of().check(method, path, answer.status(), answer.header("Content-Type"), answer.body());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
