package dev.gotgan.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// Small files to a bucket and back: `gotgan push` and `pull`, rclone and aws-cli, each with the same server of S3 on
/// the
/// same machine. What counts is the client's own CPU: on two cores the server's hides it in wall time.
final class PushPull {
    private static final int SIZE = 900;

    private final Path folder;
    private final S3Gateway s3;
    private final Product server;

    private PushPull(Path folder, S3Gateway s3, Product server) {
        this.folder = folder;
        this.s3 = s3;
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        var folder = Files.createTempDirectory(Path.of(arguments.length > 1 ? arguments[1] : "/tmp"), "push-bench");
        try (var s3 = S3Gateway.start(folder.resolve("buckets"))) {
            var settings = new HashMap<>(s3.environment());
            settings.put("GOTGAN_STORE", S3Gateway.STORE);
            try (var server = Product.start(folder.resolve("data"), settings)) {
                new PushPull(folder, s3, server).run(files);
            }
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    private void run(int files) throws IOException, InterruptedException {
        var source = tree(files);
        gotgan("store", "doctor", "--json");
        System.out.printf("%,d files of %d bytes%n", files, SIZE);
        var push = measured("gotgan push", List.of("./gotgan", "push", source.toString(), "--name", "bench"));
        var again = measured(
                "gotgan push of what is there", List.of("./gotgan", "push", source.toString(), "--to", dataset()));
        var pull = measured(
                "gotgan pull",
                List.of("./gotgan", "pull", dataset(), folder.resolve("pulled").toString()));
        System.out.printf(Locale.ROOT, "  unchanged: %.2f of the first push's cpu%n", again.cpu() / push.cpu());
        rclone(source, push, pull);
        aws(source, push, pull);
    }

    private void rclone(Path source, Figure push, Figure pull) throws IOException, InterruptedException {
        var program = System.getenv().getOrDefault("RCLONE", "rclone");
        var tuned = List.of("--transfers", "16", "--s3-no-head", "--no-check-dest");
        try {
            ratios(
                    measured(
                            "rclone copy, tuned",
                            with(List.of(program, "copy", source.toString(), "s3:bench/rclone"), tuned)),
                    push);
            ratios(
                    measured("rclone copy, default", List.of(program, "copy", source.toString(), "s3:bench/rclone2")),
                    push);
            ratios(
                    measured(
                            "rclone copy back",
                            List.of(
                                    program,
                                    "copy",
                                    "--transfers",
                                    "16",
                                    "s3:bench/rclone",
                                    folder.resolve("rcloned").toString())),
                    pull);
        } catch (IOException e) {
            System.out.println("  skipped rclone (go install github.com/rclone/rclone@latest; RCLONE names it): "
                    + e.getMessage());
        }
    }

    private void aws(Path source, Figure push, Figure pull) throws IOException, InterruptedException {
        var program = System.getenv().getOrDefault("AWS", "aws");
        try {
            ratios(
                    measured(
                            "aws s3 cp",
                            List.of(
                                    program,
                                    "s3",
                                    "cp",
                                    "--recursive",
                                    "--quiet",
                                    source.toString(),
                                    "s3://bench/aws/")),
                    push);
            ratios(
                    measured(
                            "aws s3 cp back",
                            List.of(
                                    program,
                                    "s3",
                                    "cp",
                                    "--recursive",
                                    "--quiet",
                                    "s3://bench/aws/",
                                    folder.resolve("awsed").toString())),
                    pull);
        } catch (IOException e) {
            System.out.println("  skipped aws-cli (AWS names it): " + e.getMessage());
        }
    }

    private static List<String> with(List<String> command, List<String> more) {
        var all = new ArrayList<>(command);
        all.addAll(more);
        return all;
    }

    private static void ratios(Figure peer, Figure ours) {
        System.out.printf(
                Locale.ROOT,
                "  it takes this many times ours: cpu %.2f, wall %.2f%n",
                peer.cpu() / ours.cpu(),
                peer.wall() / ours.wall());
    }

    /// CPU of the command and of all that it started, as the kernel adds it up when they end.
    private Figure measured(String name, List<String> command) throws IOException, InterruptedException {
        var timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='took %R %U %S'; time \"$@\"", "timed"));
        timed.addAll(command);
        var said = output(timed);
        var took = Pattern.compile("took ([0-9.]+) ([0-9.]+) ([0-9.]+)").matcher(said);
        if (!took.find()) {
            throw new IOException("no times in " + said);
        }
        var figure = new Figure(
                Double.parseDouble(took.group(1)),
                Double.parseDouble(took.group(2)) + Double.parseDouble(took.group(3)));
        figure.print(name);
        return figure;
    }

    private String dataset() throws IOException, InterruptedException {
        return Product.value(gotgan("ls", "--json"), "id");
    }

    private String gotgan(String... arguments) throws IOException, InterruptedException {
        return output(with(List.of("./gotgan"), List.of(arguments)));
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(s3.environment());
        builder.environment()
                .putAll(Map.of(
                        "GOTGAN_URL", server.url.toString(),
                        "GOTGAN_TOKEN", server.token,
                        "XDG_CONFIG_HOME", folder.resolve("home").toString(),
                        "XDG_CACHE_HOME", folder.resolve("home/cache").toString()));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + said);
        }
        return said;
    }

    private Path tree(int files) throws IOException {
        var random = new Random(files);
        var source = folder.resolve("source");
        for (int i = 0; i < files; i++) {
            var file = source.resolve("data/%03d/%05d.bin".formatted(i / 500, i));
            if (i % 500 == 0) {
                Files.createDirectories(file.getParent());
            }
            var bytes = new byte[SIZE];
            random.nextBytes(bytes);
            Files.write(file, bytes);
        }
        return source;
    }
}
