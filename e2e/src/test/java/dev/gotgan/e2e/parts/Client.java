package dev.gotgan.e2e.parts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A person with a token, or nobody, talking HTTP.
public final class Client {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    public static final String BOUNDARY = "e2e-boundary-7MA4YWxkTrZu0gW";

    private final URI server;
    private final @Nullable String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Client(URI server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    public static Client anonymous(URI server) {
        return new Client(server, null);
    }

    public static Client withToken(URI server, String token) {
        return new Client(server, token);
    }

    /// Signs in as a browser does and makes a token.
    public static Client signIn(URI server, String email, String password) {
        return withToken(server, newToken(server, email, password));
    }

    /// A token of that person.
    public static String newToken(URI server, String email, String password) {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        post(browser, server, "/api/v1/auth/login", Map.of("email", email, "password", password));
        return post(browser, server, "/api/v1/auth/tokens", Map.of("name", "e2e"))
                .path("token")
                .asString();
    }

    private static JsonNode post(HttpClient browser, URI server, String path, Map<String, String> body) {
        var me = send(
                browser,
                HttpRequest.newBuilder(server.resolve("/api/v1/auth/me")).GET());
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", me.json().path("csrf_token").asString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        var answer = send(browser, request);
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return answer.json();
    }

    /// What came back; `body` is never null, JSON or not.
    @SuppressWarnings("ArrayRecordComponent") // bytes as they came
    public record Answer(int status, java.net.http.HttpHeaders headers, byte[] body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /// The stable code of a problem.
        public String code() {
            return json().path("code").asString("");
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    /// A file of a multipart request.
    @SuppressWarnings("ArrayRecordComponent") // bytes as they go
    public record Part(String name, @Nullable String filename, byte[] bytes) {
        public static Part field(String name, String value) {
            return new Part(name, null, value.getBytes(StandardCharsets.UTF_8));
        }

        public static Part file(String path, byte[] bytes) {
            return new Part("files", path, bytes);
        }
    }

    public Answer get(String path) {
        return send(http, request(path).GET());
    }

    public Answer get(String path, Map<String, String> headers) {
        var request = request(path).GET();
        headers.forEach(request::header);
        return send(http, request);
    }

    public Answer delete(String path) {
        return send(http, request(path).DELETE());
    }

    public Answer send(String method, String path, @Nullable Object body) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        return send(
                http, request(path).header("Content-Type", "application/json").method(method, publisher));
    }

    public Answer upload(String path, List<Part> parts) {
        return send(http, uploading(path).POST(HttpRequest.BodyPublishers.ofByteArray(body(parts))));
    }

    /// The request of an upload, for tests that send it in their own way.
    public HttpRequest.Builder uploading(String path) {
        return request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    public static byte[] body(List<Part> parts) {
        var out = new ByteArrayOutputStream();
        for (var part : new ArrayList<>(parts)) {
            String file = part.filename() == null ? "" : "; filename=\"" + quoted(part.filename()) + "\"";
            String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                    .formatted(BOUNDARY, part.name(), file);
            out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(part.bytes());
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /// As browsers write the three characters that can't stand in a quoted name.
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static Answer send(HttpClient http, HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
