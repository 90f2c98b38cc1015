package dev.gotgan.bench;

import dev.gotgan.bench.measure.Figure;
import dev.gotgan.engine.content.hash.FileHash;
import dev.gotgan.engine.push.WalkTree;
import dev.gotgan.engine.store.InFlight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Hashing a folder, beside `sha256sum` in two processes: many small files, and two large ones.
final class HashTree {
    private static final int RUNS = 5;

    private HashTree() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "hash-bench");
        try {
            var small = small(folder.resolve("small"));
            compare("60,000 files of 900 bytes", small, "-n 1000");
            var large = large(folder.resolve("large"));
            compare("2 files of 1 GiB", large, "-n 1");
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    private static void compare(String name, Path folder, String batch) throws IOException, InterruptedException {
        String peer = "find %s -type f -print0 | xargs -0 -P2 %s sha256sum > /dev/null".formatted(folder, batch);
        Figure.shell(peer);
        ours(folder);
        var ours = Figure.median(RUNS, () -> ours(folder));
        var theirs = Figure.median(RUNS, () -> Figure.shell(peer));
        ours.print(name + ", gotgan");
        theirs.print(name + ", sha256sum | xargs -P2");
        Figure.ratio("sha256sum takes this many times ours", theirs, ours);
    }

    private static void ours(Path folder) throws IOException {
        InFlight.forEachOnThreads(2, WalkTree.of(folder).files(), file -> {
            try {
                FileHash.of(file.file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Path small(Path folder) throws IOException {
        var random = new Random(1);
        var bytes = new byte[900];
        for (int i = 0; i < 60_000; i++) {
            var place = folder.resolve("%03d".formatted(i / 200));
            Files.createDirectories(place);
            random.nextBytes(bytes);
            Files.write(place.resolve(i + ".bin"), bytes);
        }
        return folder;
    }

    private static Path large(Path folder) throws IOException {
        Files.createDirectories(folder);
        var random = new Random(2);
        var block = new byte[1 << 20];
        for (int i = 0; i < 2; i++) {
            try (var out = Files.newOutputStream(folder.resolve(i + ".bin"))) {
                for (int n = 0; n < 1024; n++) {
                    random.nextBytes(block);
                    out.write(block);
                }
            }
        }
        return folder;
    }
}
