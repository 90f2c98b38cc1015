package dev.gotgan.bench;

import dev.gotgan.bench.data.CocoJson;
import dev.gotgan.bench.measure.Figure;
import dev.gotgan.bench.measure.Peer;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.format.folder.AnalyzeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A COCO annotation file of 500 MB, analysed with every check, beside `pycocotools.coco.COCO()`.
final class ReadCoco {
    private ReadCoco() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "coco-bench");
        try {
            var file =
                    Files.createDirectories(folder.resolve("set/annotations")).resolve("instances_train2017.json");
            CocoJson.write(file);
            System.out.printf(Locale.ROOT, "%d MB of json%n", Files.size(file) / 1_000_000);
            var ours = Figure.of(() -> analyze(folder.resolve("set")));
            ours.print("gotgan, first time in its JVM");
            System.out.printf(Locale.ROOT, "  at most %.0f MB resident%n", Figure.mostResident());
            var warm = Figure.median(5, () -> analyze(folder.resolve("set")));
            warm.print("gotgan, warm");
            System.out.printf(Locale.ROOT, "  at most %.0f MB resident%n", Figure.mostResident());
            var peer = Peer.read("coco", "pycocotools", file);
            if (peer.isPresent()) {
                peer.get().ratio(ours);
                peer.get().ratio(warm);
            }
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    private static void analyze(Path set) throws IOException {
        var found = new AnalyzeFolder().of(set, AnalysisHint.NONE).analysis();
        if (found.objects() != CocoJson.ANNOTATIONS && found.images() > 0) {
            throw new IOException("counted " + found.objects() + " objects");
        }
    }
}
