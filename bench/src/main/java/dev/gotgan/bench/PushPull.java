package dev.gotgan.bench;

import dev.gotgan.bench.bucket.S3Gateway;
import dev.gotgan.bench.measure.Figure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// Files to a bucket and back: `gotgan push` and `pull`, rclone, aws-cli and dvc, each with the same server of S3.
/// On two cores the server's own CPU hides the client's in wall time: CPU is that of the client's processes, and
/// `lean` is a server that costs next to nothing.
final class PushPull {
    private static final int SIZE = 900;
    private static final int PIECE = 1 << 20;

    private final Path folder;
    private final Commands commands;
    private final Options options;

    private PushPull(Path folder, Commands commands, Options options) {
        this.folder = folder;
        this.commands = commands;
        this.options = options;
    }

    /// What is moved, and between whom.
    ///
    /// @param size  of each file
    /// @param lean  a server of S3 in memory that does only what it must; else versitygw
    /// @param delay milliseconds that it holds every answer back
    /// @param dvc   whether dvc takes part, which takes minutes
    private record Options(int files, long size, boolean lean, int delay, boolean dvc) {
        static Options of(String what, Set<String> words) {
            int delay = words.stream()
                    .filter(word -> word.startsWith("delay="))
                    .mapToInt(word -> Integer.parseInt(word.substring("delay=".length())))
                    .findFirst()
                    .orElse(0);
            boolean single = what.endsWith("MiB");
            long number = Long.parseLong(single ? what.substring(0, what.length() - "MiB".length()) : what);
            boolean lean = words.contains("lean") || delay > 0;
            return new Options(
                    single ? 1 : (int) number, single ? number << 20 : SIZE, lean, delay, words.contains("dvc"));
        }

        void print() {
            System.out.printf(
                    Locale.ROOT,
                    "%,d files of %,d bytes; %s%s%n",
                    files,
                    size,
                    lean ? "a lean server in memory" : "versitygw",
                    delay > 0 ? ", every answer held back for " + delay + " ms, 16 in flight" : "");
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var words = List.of(arguments);
        var options = Options.of(
                words.isEmpty() ? "10000" : words.getFirst(),
                Set.copyOf(words.subList(Math.min(2, words.size()), words.size())));
        var folder = Files.createTempDirectory(Path.of(words.size() > 1 ? words.get(1) : "/tmp"), "push-bench");
        try (var s3 = options.lean() ? S3Gateway.lean(options.delay()) : S3Gateway.start(folder.resolve("buckets"))) {
            var settings = new HashMap<>(s3.environment());
            settings.put("GOTGAN_STORE", S3Gateway.STORE);
            try (var server = Product.start(folder.resolve("data"), settings)) {
                new PushPull(folder, new Commands(s3, server, folder.resolve("home")), options).run();
            }
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    private void run() throws IOException, InterruptedException {
        var source = tree();
        var examined = commands.output(List.of("./gotgan", "store", "doctor", "--json"));
        options.print();
        System.out.println("direct upload: " + Product.value(examined, "direct_upload"));
        var push = commands.measured("gotgan push", List.of("./gotgan", "push", source.toString(), "--name", "bench"));
        var id = Product.value(commands.output(List.of("./gotgan", "ls", "--json")), "id");
        var again = commands.measured(
                "gotgan push of what is there", List.of("./gotgan", "push", source.toString(), "--to", id));
        var pull = commands.measured(
                "gotgan pull",
                List.of("./gotgan", "pull", id, folder.resolve("pulled").toString()));
        System.out.printf(Locale.ROOT, "  unchanged: %.2f of the first push's cpu%n", again.cpu() / push.cpu());
        Figure.shell("rm -rf " + folder.resolve("pulled"));
        var movers = new Movers(commands, folder, push, pull);
        movers.rclone(source);
        if (!options.lean()) { // they speak aws-chunked, which a lean server does not
            movers.aws(source);
            if (options.dvc()) {
                movers.dvc(source);
            }
        }
    }

    private Path tree() throws IOException {
        var random = new Random(options.files());
        var source = folder.resolve("source");
        for (int i = 0; i < options.files(); i++) {
            var file = source.resolve("data/%03d/%05d.bin".formatted(i / 500, i));
            if (i % 500 == 0) {
                Files.createDirectories(file.getParent());
            }
            try (var out = Files.newOutputStream(file)) {
                write(random, out);
            }
        }
        return source;
    }

    private void write(Random random, OutputStream out) throws IOException {
        for (long left = options.size(); left > 0; left -= PIECE) {
            var bytes = new byte[(int) Math.min(left, PIECE)];
            random.nextBytes(bytes);
            out.write(bytes);
        }
    }
}
