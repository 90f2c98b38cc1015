package dev.gotgan.cli.http;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Exchanges an e-mail and a password for a token, as a browser would sign in, and leaves no session behind.
public final class SignIn {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI server;

    private SignIn(URI server) {
        this.server = server;
    }

    /// A new token of this person.
    ///
    /// @throws Problem the server refuses them
    public static String token(URI server, String email, String password) {
        return new SignIn(server).run(email, password);
    }

    private String run(String email, String password) {
        var who = Api.JSON.createObjectNode().put("email", email).put("password", password);
        call("/api/v1/auth/login", csrf(), who);
        var wanted = Api.JSON.createObjectNode().put("name", "gotgan login on " + host());
        String token = call("/api/v1/auth/tokens", csrf(), wanted).path("token").asString();
        call("/api/v1/auth/logout", csrf(), Api.JSON.createObjectNode());
        return token;
    }

    private String csrf() {
        return answer(HttpRequest.newBuilder(URI.create(server + "/api/v1/auth/me"))
                        .GET())
                .path("csrf_token")
                .asString();
    }

    private JsonNode call(String path, String csrf, JsonNode body) {
        return answer(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Api.JSON.writeValueAsBytes(body))));
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var json = answer.body().length == 0 ? Api.JSON.createObjectNode() : Api.JSON.readTree(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new Problem(
                        answer.statusCode(),
                        json.path("code").asString("unknown"),
                        json.path("detail").asString("the server answered " + answer.statusCode()),
                        java.util.List.of());
            }
            return json;
        } catch (IOException | JacksonException e) {
            throw new Unreachable(server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(server, e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "an unnamed machine";
        }
    }
}
