package dev.gotgan.bench;

import dev.gotgan.bench.bucket.S3Gateway;
import dev.gotgan.bench.measure.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Command lines that know the bucket and the server by their environment.
final class Commands {
    private static final String TIMED = """
            import resource, subprocess, sys, time
            begun = time.time()
            code = subprocess.call(sys.argv[1:])
            wall = time.time() - begun
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            print('took %.3f %.3f %d' % (wall, used.ru_utime + used.ru_stime, used.ru_maxrss))
            sys.exit(code)
            """;

    private final S3Gateway s3;
    private final Product server;
    private final Path home;

    Commands(S3Gateway s3, Product server, Path home) {
        this.s3 = s3;
        this.server = server;
        this.home = home;
    }

    /// CPU of the command and of all that it started, as the kernel adds it up; memory of the largest of them.
    Figure measured(String name, List<String> command) throws IOException, InterruptedException {
        var timed = new ArrayList<>(List.of("python3", "-c", TIMED));
        timed.addAll(command);
        var said = output(timed);
        var took = Pattern.compile("took ([0-9.]+) ([0-9.]+) ([0-9]+)").matcher(said);
        if (!took.find()) {
            throw new IOException("no times in " + said);
        }
        var figure = new Figure(Double.parseDouble(took.group(1)), Double.parseDouble(took.group(2)));
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.3f s wall %8.3f s cpu %6d MB%n",
                name,
                figure.wall(),
                figure.cpu(),
                Long.parseLong(took.group(3)) / 1024);
        return figure;
    }

    /// What it printed, if it ended well.
    String output(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(s3.environment());
        builder.environment()
                .putAll(Map.of(
                        "GOTGAN_URL", server.url.toString(),
                        "GOTGAN_TOKEN", server.token,
                        "XDG_CONFIG_HOME", home.toString(),
                        "XDG_CACHE_HOME", home.resolve("cache").toString()));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + said);
        }
        return said;
    }

    String endpoint() {
        return s3.environment().getOrDefault("AWS_ENDPOINT_URL_S3", "");
    }
}
