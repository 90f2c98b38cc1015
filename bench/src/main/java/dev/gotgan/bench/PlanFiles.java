package dev.gotgan.bench;

import dev.gotgan.bench.bucket.S3Gateway;
import dev.gotgan.bench.measure.Figure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Planning 100,000 files of one direct upload, a thousand a call, by a client that sends none of them:
/// what the server and its PostgreSQL spend on reservations, rows and signed links, and what stays
/// resident.
final class PlanFiles {
    private static final int PAGE = 1000;

    private PlanFiles() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var folder = Files.createTempDirectory(Path.of(arguments.length > 1 ? arguments[1] : "/tmp"), "plan-bench");
        try {
            measure("embedded store", folder.resolve("embedded"), Map.of(), files);
            try (var s3 = S3Gateway.start(folder.resolve("buckets"))) {
                var settings = new HashMap<>(s3.environment());
                settings.put("GOTGAN_STORE", S3Gateway.STORE);
                measure("bucket of versitygw", folder.resolve("bucket"), settings, files);
            }
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    private static void measure(String store, Path data, Map<String, String> settings, int files)
            throws IOException, InterruptedException {
        try (var server = Product.start(data, settings);
                var http = HttpClient.newHttpClient()) {
            plan(http, server, 5 * PAGE); // a warm server, as any is that somebody pushes to
            double resident = server.resident();
            double cpu = Figure.cpuOf(server.pid());
            long begun = System.nanoTime();
            plan(http, server, files);
            double wall = (System.nanoTime() - begun) / 1e9;
            cpu = Figure.cpuOf(server.pid()) - cpu;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d files planned in %.1f s, %.1f s of the server's cpu; resident %.0f MB before, %.0f after%n",
                    store,
                    files,
                    wall,
                    cpu,
                    resident,
                    server.resident());
        }
    }

    private static void plan(HttpClient http, Product server, int files) throws IOException, InterruptedException {
        var dataset = "/api/v1/datasets/"
                + Product.value(post(http, server, "/api/v1/datasets", "{\"name\":\"plan\"}"), "id");
        var upload = dataset + "/uploads/" + Product.value(post(http, server, dataset + "/uploads", "{}"), "upload_id");
        var random = new Random(files);
        for (int from = 0; from < files; from += PAGE) {
            post(http, server, upload + "/files", rows(from, random));
        }
    }

    private static String rows(int from, Random random) {
        var hash = new byte[32];
        var rows = new StringBuilder("[");
        for (int i = from; i < from + PAGE; i++) {
            random.nextBytes(hash);
            rows.append(i == from ? "" : ",")
                    .append("{\"path\":\"images/%03d/%06d.jpg\",\"size\":900,\"sha256\":\"%s\"}"
                            .formatted(i / PAGE, i, HexFormat.of().formatHex(hash)));
        }
        return rows.append(']').toString();
    }

    private static String post(HttpClient http, Product server, String path, String body)
            throws IOException, InterruptedException {
        return Product.send(
                http,
                HttpRequest.newBuilder(server.url.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + server.token)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
