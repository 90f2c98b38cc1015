package dev.gotgan.bench;

import dev.gotgan.bench.data.Hundredfold;
import dev.gotgan.bench.measure.Figure;
import dev.gotgan.bench.measure.Peer;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.format.folder.AnalyzeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A hundred times a real YOLO and a real VOC dataset, analysed beside Ultralytics' first scan and datumaro's import.
/// Arguments: a folder to work in, and the folder of real datasets.
final class ReadFolders {
    private ReadFolders() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "read-bench");
        var data =
                Path.of(arguments.length > 1 ? arguments[1] : "../shared/data").toAbsolutePath();
        if (!Files.isDirectory(data)) {
            System.out.println("skipped: the real datasets are not at " + data);
            return;
        }
        try {
            yolo(Hundredfold.yolo(data.resolve("yolo-rice-pest"), Files.createDirectory(folder.resolve("yolo"))));
            voc(Hundredfold.voc(data.resolve("voc-bccd/BCCD"), Files.createDirectory(folder.resolve("voc"))));
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    private static void yolo(Path set) throws IOException, InterruptedException {
        var ours = measure("yolo", set);
        var boxes = Hundredfold.boxesOnly(set, set.resolveSibling("boxes"));
        var ultralytics = Peer.read("ultralytics", "ultralytics", set);
        ultralytics.ifPresent(ours::compare);
        var datumaro = Peer.read("datumaro-yolo", "datumaro", boxes);
        datumaro.ifPresent(ours::compare);
    }

    private static void voc(Path set) throws IOException, InterruptedException {
        var ours = measure("pascal_voc", set);
        var datumaro = Peer.read("datumaro-voc", "datumaro", set);
        datumaro.ifPresent(ours::compare);
    }

    /// The peers are not warm either; a server is.
    private record Ours(Figure first, Figure warm) {
        void compare(Peer peer) {
            peer.ratio(first);
            peer.ratio(warm);
        }
    }

    private static Ours measure(String name, Path set) throws IOException, InterruptedException {
        var first = Figure.of(() -> analyze(set));
        first.print("gotgan, " + name + ", first time in its JVM");
        var warm = Figure.median(3, () -> analyze(set));
        warm.print("gotgan, " + name + ", warm");
        System.out.printf(Locale.ROOT, "  at most %.0f MB resident%n", Figure.mostResident());
        return new Ours(first, warm);
    }

    private static void analyze(Path set) throws IOException {
        var found = new AnalyzeFolder().of(set, AnalysisHint.NONE).analysis();
        System.out.printf(
                Locale.ROOT, "  %s: %d images, %d objects%n", found.format(), found.images(), found.objects());
    }
}
