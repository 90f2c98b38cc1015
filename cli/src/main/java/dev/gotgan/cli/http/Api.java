package dev.gotgan.cli.http;

import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Gotgan server as this caller sees it. Every answer that is no success becomes a [Problem].
public final class Api implements AutoCloseable {
    public static final JsonMapper JSON = JsonMapper.builder().build();

    /// The path of all datasets.
    public static final String DATASETS = "/api/v1/datasets";

    private final Login login;
    private final HttpClient http;
    private final Patience patience;

    public Api(Login login) {
        this(login, new Patience(BackOff.usual(), Time.SYSTEM));
    }

    Api(Login login, Patience patience) {
        this.login = login;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /// The path of one dataset's resources.
    public static String dataset(String id) {
        return DATASETS + "/" + encoded(id);
    }

    /// `text` as a part of a path or a query.
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public URI url() {
        return login.url();
    }

    public JsonNode get(String path) {
        return patience.again(() -> json(send(request(path).GET())));
    }

    public JsonNode delete(String path) {
        return patience.once(() -> json(send(request(path).DELETE())));
    }

    public JsonNode post(String path, JsonNode body) {
        return patience.once(() -> json(send(with(path, body))));
    }

    /// A POST that has the same answer however often it is sent: a lost answer is asked for again.
    public JsonNode ask(String path, JsonNode body) {
        return patience.again(() -> json(send(with(path, body))));
    }

    private HttpRequest.Builder with(String path, JsonNode body) {
        var bytes = HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return request(path).header("Content-Type", "application/json").POST(bytes);
    }

    /// Sends `body` as it is produced; nothing is kept in memory.
    public JsonNode post(String path, String contentType, HttpRequest.BodyPublisher body) {
        return json(send(request(path).header("Content-Type", contentType).POST(body)));
    }

    /// A successful answer; the caller closes its body.
    public HttpResponse<InputStream> open(String path) {
        return patience.again(() -> send(request(path).GET()));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(login.url() + path)).header("Accept", "application/json, */*");
        login.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() / 100 == 2) {
                return answer;
            }
            throw problem(answer);
        } catch (IOException e) {
            throw new Unreachable(login.url(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(login.url(), e);
        }
    }

    private static Problem problem(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            var bytes = body.readNBytes(1 << 20);
            var json = JSON.readTree(bytes);
            var errors = new ArrayList<String>();
            for (var each : json.path("errors")) {
                errors.add(line(each));
            }
            String detail = json.path("detail").asString(json.path("title").asString("no reason given"));
            return new Problem(
                    answer.statusCode(), json.path("code").asString("unknown"), detail, errors, rest(answer));
        } catch (JacksonException e) {
            return new Problem(
                    answer.statusCode(),
                    "unknown",
                    "the server answered " + answer.statusCode(),
                    List.of(),
                    rest(answer));
        }
    }

    private static Duration rest(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    private static String line(JsonNode error) {
        String place = error.path("path").asString("");
        if (error.path("line").asInt(0) > 0) {
            place += " line " + error.path("line").asInt();
        }
        return place + ": " + error.path("detail").asString(error.path("code").asString(""));
    }

    private static JsonNode json(HttpResponse<InputStream> answer) {
        try (var body = answer.body()) {
            var bytes = body.readAllBytes();
            return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        } catch (IOException e) {
            throw new Unreachable(answer.uri(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
