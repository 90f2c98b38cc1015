package dev.gotgan.server.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a server answered.
@SuppressWarnings("ArrayRecordComponent") // bytes as they came
public record Answer(int status, HttpHeaders headers, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    public String text() {
        return new String(body, UTF_8);
    }

    /// The problem's code; empty if it is none.
    public String code() {
        return findHeader("Content-Type")
                        .filter("application/problem+json"::equals)
                        .isPresent()
                ? json().path("code").asString("")
                : "";
    }

    public String header(String name) {
        return findHeader(name).orElse("");
    }

    public Optional<String> findHeader(String name) {
        return headers.firstValue(name);
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
