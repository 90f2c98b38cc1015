package dev.gotgan.bench;

import dev.gotgan.bench.data.TinyPng;
import dev.gotgan.bench.measure.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip of 10,000 small files over HTTP, received, verified, committed and analysed, beside `unzip` and `sync`
/// of it on
/// the same disk. Then the same zip again, then fifty more files.
final class UploadZip {
    private static final int RUNS = 5;
    private static final int PAIRS = 5_000;

    private UploadZip() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "upload-bench");
        try (var server = Product.start(folder.resolve("data"))) {
            var zip = zip(folder.resolve("many.zip"), 0, PAIRS);
            upload(server, zip, "upload"); // warms it up
            var first = Figure.median(RUNS, () -> upload(server, zip, "upload"), server.pid());
            var peer = Figure.median(RUNS, () -> unzip(zip, folder), server.pid());
            String id = Product.value(upload(server, zip, "upload"), "dataset_id");
            var again = Figure.median(RUNS, () -> upload(server, zip, id + "/upload"), server.pid());
            var fifty = zip(folder.resolve("fifty.zip"), PAIRS, PAIRS + 50);
            var more = Figure.of(() -> upload(server, fifty, id + "/upload"), server.pid());
            first.print("10,000 files uploaded");
            peer.print("unzip; sync");
            Figure.ratio("the upload takes this many times unzip + sync", first, peer);
            again.print("the same 10,000 again");
            Figure.ratio("the first upload takes this many times the second", first, again);
            more.print("+50 images and labels into 10,000");
            System.out.printf("resident: %.0f MB, server and PostgreSQL%n", server.resident());
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    static String upload(Product server, Path zip, String to) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "curl",
                        "-sS",
                        "--fail-with-body",
                        "-H",
                        "Authorization: Bearer " + server.token,
                        "-F",
                        "file=@" + zip,
                        "-F",
                        to.equals("upload") ? "name=bench" : "labels_only=false",
                        server.url + "/api/v1/datasets/" + to)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(answer);
        }
        return answer;
    }

    private static void unzip(Path zip, Path folder) throws IOException, InterruptedException {
        var target = folder.resolve("unzipped" + System.nanoTime());
        Figure.shell("unzip -q %s -d %s && sync -f %s".formatted(zip, target, target));
    }

    /// A YOLO dataset: pictures that are tiny but whole, and a label for each.
    private static Path zip(Path file, int from, int to) throws IOException {
        var random = new Random(from);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            if (from == 0) {
                put(
                        zip,
                        "data.yaml",
                        "train: images/train\nval: images/train\nnc: 2\nnames: [cat, dog]\n"
                                .getBytes(StandardCharsets.UTF_8));
            }
            for (int i = from; i < to; i++) {
                put(zip, "images/train/%05d.png".formatted(i), TinyPng.of(random));
                put(zip, "labels/train/%05d.txt".formatted(i), label(random).getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String label(Random random) {
        var lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append("%d 0.%03d 0.%03d 0.%03d 0.%03d%n"
                    .formatted(
                            random.nextInt(2),
                            400 + random.nextInt(200),
                            400 + random.nextInt(200),
                            1 + random.nextInt(700),
                            1 + random.nextInt(700)));
        }
        return lines.toString();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
