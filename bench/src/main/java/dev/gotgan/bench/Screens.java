package dev.gotgan.bench;

import dev.gotgan.bench.data.GalleryZip;
import dev.gotgan.bench.measure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The screens in Chromium: a gallery of 100,000 images, and a folder of 20,000 files dropped on the page. The server
/// and its images are made here; what is measured stands in `web/bench`.
final class Screens {
    private static final int IMAGES = 100_000;

    private Screens() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "screens-bench");
        try (var server = Product.start(folder.resolve("data"))) {
            var zip = GalleryZip.write(folder.resolve("gallery.zip"), IMAGES);
            var dataset = Product.value(UploadZip.upload(server, zip, "upload"), "dataset_id");
            Files.delete(zip);
            measure(server, folder, dataset);
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    private static void measure(Product server, Path folder, String dataset) throws IOException, InterruptedException {
        var command = List.of("node_modules/.bin/playwright", "test", "-c", "playwright.bench.config.ts");
        var browser =
                new ProcessBuilder(command).directory(Path.of("web").toFile()).inheritIO();
        var settings = browser.environment();
        settings.put("BENCH_URL", server.url.toString());
        settings.put(
                "BENCH_PASSWORD",
                Files.readString(server.data.resolve("admin-password")).strip());
        settings.put("BENCH_RESULTS", folder.resolve("browser").toString());
        settings.put("BENCH_DATASET", dataset);
        settings.put("BENCH_IMAGES", String.valueOf(IMAGES));
        settings.put("BENCH_TOKEN", server.token);
        double cpu = Figure.cpuOf(server.pid());
        int end = browser.start().waitFor();
        System.out.printf("%.1f s CPU of server and PostgreSQL meanwhile%n", Figure.cpuOf(server.pid()) - cpu);
        if (end != 0) {
            throw new IOException("the browser ended with " + end + "; what it needs stands in CONTRIBUTING.md");
        }
    }
}
