package dev.gotgan.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/// `./gotgan serve` in a folder of its own, with a token of its admin.
final class Product implements AutoCloseable {
    private final Process process;
    final Path data;
    final URI url;
    final String token;
    final double started;

    private Product(Process process, Path data, URI url, double started) throws IOException, InterruptedException {
        this.process = process;
        this.data = data;
        this.url = url;
        this.started = started;
        this.token = token(
                url,
                "admin@localhost",
                Files.readString(data.resolve("admin-password")).strip());
    }

    /// Starts it and waits for its first answer.
    static Product start(Path data) throws IOException, InterruptedException {
        return start(data, Map.of());
    }

    static Product start(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var builder = new ProcessBuilder("./gotgan", "serve", "--port", "0", "--data", data.toString())
                .redirectError(data.resolveSibling(data.getFileName() + ".log").toFile());
        builder.environment().putAll(settings);
        var process = builder.start();
        var out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("Gotgan is ready at ")) {
                var url = URI.create(
                        line.substring("Gotgan is ready at ".length()).strip());
                try (var http = HttpClient.newHttpClient()) {
                    send(http, HttpRequest.newBuilder(url.resolve("/healthz")).GET());
                }
                return new Product(process, data, url, (System.nanoTime() - begun) / 1e9);
            }
        }
        throw new IOException("the server did not start; see its log beside " + data);
    }

    long pid() {
        return process.pid();
    }

    /// Resident megabytes of the server and of all its children; what they share is counted once.
    double resident() {
        double kilobytes = pss(process.pid());
        for (var child : process.descendants().toList()) {
            kilobytes += pss(child.pid());
        }
        return kilobytes / 1024;
    }

    private static double pss(long pid) {
        try {
            var rollup = Files.readString(Path.of("/proc/" + pid + "/smaps_rollup"));
            var found = Pattern.compile("Pss:\\s+(\\d+)").matcher(rollup);
            return found.find() ? Double.parseDouble(found.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /// Makes a person, and a token of theirs.
    String member(String email) throws IOException, InterruptedException {
        var body = "{\"email\":\"" + email + "\",\"password\":\"a long password of a member\"}";
        try (var http = HttpClient.newHttpClient()) {
            send(
                    http,
                    HttpRequest.newBuilder(url.resolve("/api/v1/users"))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + token)
                            .POST(HttpRequest.BodyPublishers.ofString(body)));
        }
        return token(url, email, "a long password of a member");
    }

    static String send(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /// The first string value of `name` in a JSON text.
    static String value(String json, String name) throws IOException {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IOException("no " + name + " in " + json);
        }
        return found.group(1);
    }

    private static String token(URI url, String email, String password) throws IOException, InterruptedException {
        try (var http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            post(http, url, "login", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
            return value(post(http, url, "tokens", "{\"name\":\"bench\"}"), "token");
        }
    }

    private static String post(HttpClient http, URI url, String what, String body)
            throws IOException, InterruptedException {
        String me = send(
                http, HttpRequest.newBuilder(url.resolve("/api/v1/auth/me")).GET());
        return send(
                http,
                HttpRequest.newBuilder(url.resolve("/api/v1/auth/" + what))
                        .header("Content-Type", "application/json")
                        .header("X-CSRF-Token", value(me, "csrf_token"))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
