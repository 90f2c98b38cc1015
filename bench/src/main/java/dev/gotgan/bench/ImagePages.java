package dev.gotgan.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.bench.measure.Figure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/// `GET …/images` of a dataset with 1,000,000 images: every filter, at pages anywhere in it.
final class ImagePages {
    private static final int REQUESTS = 300;
    private static final int IMAGES = 1_000_000;
    private static final String[] QUERIES = {
        "",
        "split=train",
        "split=rare",
        "class=common",
        "class=rare",
        "class=rare&split=val",
        "has=labels",
        "has=no_labels",
        "has=no_labels&split=val",
        "has=problems",
        "has=problems&split=val",
        "has=problems&class=rare",
        "has=labels&class=common&split=val",
        "class=nothing",
    };

    private ImagePages() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "image-bench");
        try (var server = Product.start(folder.resolve("data"));
                var http = HttpClient.newHttpClient()) {
            fill(server);
            System.out.println(
                    "wall of a page of 100 images at the client, CPU of a request; each behind another place among 1,000,000");
            for (var query : QUERIES) {
                warm(http, server, query);
            }
            for (var query : QUERIES) {
                measure(http, server, query);
            }
            statistics(http, server, "first");
            statistics(http, server, "again");
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    private static void statistics(HttpClient http, Product server, String which)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        double cpu = Figure.cpuOf(server.pid());
        Product.send(http, HttpRequest.newBuilder(server.url.resolve("/api/v1/datasets/million/statistics")));
        System.out.printf(
                Locale.ROOT,
                "%s statistics  %.2f s, cpu %.2f s%n",
                which,
                (System.nanoTime() - begun) / 1e9,
                Figure.cpuOf(server.pid()) - cpu);
    }

    private static HttpRequest.Builder request(Product server, String query, Random places) {
        var after = "2 images/%07d.jpg".formatted(places.nextInt(IMAGES));
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(UTF_8));
        return HttpRequest.newBuilder(
                server.url.resolve("/api/v1/datasets/million/images?cursor=" + cursor + "&" + query));
    }

    /// What a server that has run for a minute has compiled, and a database has read.
    private static void warm(HttpClient http, Product server, String query) throws IOException, InterruptedException {
        var places = new Random(8);
        for (int i = 0; i < REQUESTS; i++) {
            Product.send(http, request(server, query, places));
        }
    }

    private static void measure(HttpClient http, Product server, String query)
            throws IOException, InterruptedException {
        var places = new Random(7);
        var times = new double[REQUESTS];
        double all = Figure.cpuOf(server.pid());
        double own = Figure.ownCpuOf(server.pid());
        for (int i = 0; i < REQUESTS; i++) {
            long begun = System.nanoTime();
            Product.send(http, request(server, query, places));
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        own = (Figure.ownCpuOf(server.pid()) - own) / REQUESTS * 1000;
        all = (Figure.cpuOf(server.pid()) - all) / REQUESTS * 1000;
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-36s median %6.2f ms, p99 %6.2f ms, cpu of the server %6.2f ms, of PostgreSQL %6.2f ms%n",
                query,
                times[REQUESTS / 2],
                times[REQUESTS * 99 / 100],
                own,
                all - own);
    }

    /// By SQL: what is measured is the reading, not the making.
    private static void fill(Product server) throws IOException, InterruptedException {
        var home = server.data.resolve("postgres");
        Figure.shell(
                "PGPASSWORD=$(cat %s/password) psql -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p $(cat %s/port) -U gotgan -d gotgan -f %s"
                        .formatted(home, home, "bench/src/main/resources/image-pages.sql"));
    }
}
