package dev.gotgan.bench;

import dev.gotgan.bench.data.InMemory;
import dev.gotgan.bench.measure.Figure;
import dev.gotgan.engine.image.ImageReader;
import dev.gotgan.engine.image.Ranges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/// JPEG headers read from memory by one thread, warm. Argument: the folder of real datasets.
final class JpegHeaders {
    private static final int ROUNDS = 2_000;

    private JpegHeaders() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var data = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data");
        if (!Files.isDirectory(data)) {
            System.out.println("skipped: the real datasets are not at " + data);
            return;
        }
        var images = new ArrayList<Ranges>();
        try (var files = Files.list(data.resolve("voc-bccd/BCCD/JPEGImages"))) {
            for (var file : files.sorted().toList()) {
                images.add(new InMemory(Files.readAllBytes(file)));
            }
        }
        read(images);
        var figure = Figure.median(5, () -> read(images));
        double headers = (double) ROUNDS * images.size();
        System.out.printf(Locale.ROOT, "%.0f headers a second of one core's CPU%n", headers / figure.cpu());
    }

    private static void read(Iterable<Ranges> images) throws IOException {
        var reader = new ImageReader();
        for (int i = 0; i < ROUNDS; i++) {
            for (var image : images) {
                if (reader.read(image).width() < 1) {
                    throw new IOException("a picture without a width");
                }
            }
        }
    }
}
