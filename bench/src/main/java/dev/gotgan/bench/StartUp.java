package dev.gotgan.bench;

import dev.gotgan.bench.measure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// From `./gotgan serve` to its first answer, PostgreSQL included: a new home, then the same home again.
final class StartUp {
    private StartUp() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "start-bench");
        try {
            for (int i = 0; i < 5; i++) {
                try (var server = Product.start(folder.resolve("data"))) {
                    System.out.printf(
                            Locale.ROOT,
                            "%-12s first answer after %.2f s, %.0f MB resident%n",
                            i == 0 ? "new home" : "warm",
                            server.started,
                            server.resident());
                }
            }
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }
}
