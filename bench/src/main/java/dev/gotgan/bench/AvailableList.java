package dev.gotgan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// `GET /available` with 100,000 datasets: a page without totals and with, for a stranger with nothing and an
/// admin with all.
final class AvailableList {
    private static final int DATASETS = 100_000;
    private static final int REQUESTS = 1_000;

    private AvailableList() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "list-bench");
        try (var server = Product.start(folder.resolve("data"));
                var http = HttpClient.newHttpClient()) {
            fill(server);
            for (var caller : new String[] {"anonymous stranger", "admin"}) {
                String token = caller.equals("admin") ? server.token : "";
                for (var query : new String[] {"limit=100", "limit=100&totals=true", "limit=100&q=set+77&sort=name"}) {
                    measure(http, server.url, token, query, caller);
                }
            }
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    private static void measure(HttpClient http, URI url, String token, String query, String caller)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve("/api/v1/datasets/available?" + query));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < 200; i++) {
            Product.send(http, request.GET());
        }
        var times = new double[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begun = System.nanoTime();
            Product.send(http, request.GET());
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-20s %-32s median %6.2f ms, p99 %6.2f ms%n",
                caller,
                query,
                times[REQUESTS / 2],
                times[REQUESTS * 99 / 100]);
    }

    /// By SQL: what is measured is the list, not the making.
    private static void fill(Product server) throws IOException, InterruptedException {
        var sql = server.data.resolveSibling("fill.sql");
        Files.writeString(sql, """
                insert into datasets (id, name, visibility, tags, storage_path, format, task_type, num_images, owner_id)
                select 'bench-' || i, 'Set ' || i || ' of ' || md5(i::text),
                       case when i %% 10 = 0 then 'public' else 'private' end,
                       case when i %% 7 = 0 then '["a","b"]'::jsonb else '[]'::jsonb end,
                       'datasets/bench-' || i || '/', 'yolo',
                       case when i %% 2 = 0 then 'object_detection' else 'image_classification' end, i, 1
                  from generate_series(1, %d) i;
                analyze datasets;
                """.formatted(DATASETS));
        var home = server.data.resolve("postgres");
        Figure.shell("PGPASSWORD=$(cat %s/password) psql -q -h 127.0.0.1 -p $(cat %s/port) -U gotgan -d gotgan -f %s"
                .formatted(home, home, sql));
    }
}
