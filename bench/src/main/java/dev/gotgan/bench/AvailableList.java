package dev.gotgan.bench;

import dev.gotgan.bench.measure.Figure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// `GET /available` with 100,000 datasets, for a stranger with nothing, a member of an organization, and an admin with
/// all: pages with and without totals, filters, texts, and a cursor from far down.
final class AvailableList {
    private static final int REQUESTS = 300;
    private static final String[] QUERIES = {
        "limit=100",
        "limit=100&totals=true",
        "limit=100&task_type=object_detection&format=yolo&sort=most_images",
        "limit=100&tags=a,b&totals=true",
        "limit=100&tags=rare-8",
        "limit=100&q=set+777",
        "limit=100&q=77777&totals=true",
        "limit=100&q=set&sort=name",
        "limit=100&q=set&totals=true",
        "limit=100&q=~&totals=true",
    };

    private AvailableList() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "list-bench");
        try (var server = Product.start(folder.resolve("data"));
                var http = HttpClient.newHttpClient()) {
            String member = server.member("member@example.org");
            fill(server);
            System.out.println("wall of a request at the client; CPU of server and PostgreSQL a request");
            for (int i = 0; i < 1000; i++) { // the server is measured warm
                Product.send(http, request(server, server.token, "limit=100&totals=true"));
            }
            all(http, server, "", "stranger");
            all(http, server, member, "member");
            all(http, server, server.token, "admin");
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    private static void all(HttpClient http, Product server, String token, String caller)
            throws IOException, InterruptedException {
        for (var query : QUERIES) {
            measure(http, server, token, query, caller);
        }
        measure(http, server, token, deep(http, server, token), caller + ", page 51");
    }

    /// The query of the page that comes after fifty others.
    private static String deep(HttpClient http, Product server, String token) throws IOException, InterruptedException {
        var next = Pattern.compile("<[^?]*\\?([^>]*)>; rel=\"next\"");
        String query = "limit=100";
        for (int i = 0; i < 50; i++) {
            var answer = http.send(request(server, token, query).build(), HttpResponse.BodyHandlers.ofString());
            var link = next.matcher(answer.headers().firstValue("Link").orElse(""));
            if (!link.find()) {
                return query;
            }
            query = link.group(1);
        }
        return query;
    }

    private static HttpRequest.Builder request(Product server, String token, String query) {
        var request = HttpRequest.newBuilder(server.url.resolve("/api/v1/datasets/available?" + query));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static void measure(HttpClient http, Product server, String token, String query, String caller)
            throws IOException, InterruptedException {
        for (int i = 0; i < 50; i++) {
            Product.send(http, request(server, token, query));
        }
        var times = new double[REQUESTS];
        double cpu = Figure.cpuOf(server.pid());
        for (int i = 0; i < REQUESTS; i++) {
            long begun = System.nanoTime();
            Product.send(http, request(server, token, query));
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        cpu = (Figure.cpuOf(server.pid()) - cpu) / REQUESTS * 1000;
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-17s %-66.66s median %6.2f ms, p99 %6.2f ms, cpu %6.2f ms%n",
                caller,
                query,
                times[REQUESTS / 2],
                times[REQUESTS * 99 / 100],
                cpu);
    }

    /// By SQL: what is measured is the list, not the making. A hundred owners, twenty organizations, the member in one
    /// of them, with 700 datasets shared with them by name.
    private static void fill(Product server) throws IOException, InterruptedException {
        var home = server.data.resolve("postgres");
        Figure.shell("PGPASSWORD=$(cat %s/password) psql -q -h 127.0.0.1 -p $(cat %s/port) -U gotgan -d gotgan -f %s"
                .formatted(home, home, "bench/src/main/resources/available.sql"));
    }
}
