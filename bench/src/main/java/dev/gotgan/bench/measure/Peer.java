package dev.gotgan.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What one of Python's libraries took for a dataset. They live in an environment of their own below
/// `target/bench-peers`, or where `BENCH_PEERS` says.
public record Peer(double wall, double cpu, double resident, long count) {
    private static final Path HOME = Path.of(System.getenv().getOrDefault("BENCH_PEERS", "target/bench-peers"));
    private static final Path SCRIPT = Path.of("bench/peers/peers.py");

    /// Lets a peer read `dataset`, told `more`; nothing, with the reason printed, where it can't be installed or can't
    /// read it.
    public static Optional<Peer> read(String what, String packages, Path dataset, String... more)
            throws IOException, InterruptedException {
        var python = HOME.resolve(packages).resolve("bin/python");
        if (!Files.isExecutable(python) && !install(packages)) {
            System.out.println("  skipped " + what + ": pip could not install " + packages);
            return Optional.empty();
        }
        var command = new ArrayList<>(List.of(python.toString(), SCRIPT.toString(), what, dataset.toString()));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command)
                .redirectError(Path.of("target/bench-" + what + ".log").toFile())
                .start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            System.out.println("  skipped " + what + ": it failed, see target/bench-" + what + ".log");
            return Optional.empty();
        }
        var peer = new Peer(number(answer, "wall"), number(answer, "cpu"), number(answer, "resident_mb"), (long)
                number(answer, "count"));
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.3f s wall %8.3f s cpu %6.0f MB, %d read%n",
                what,
                peer.wall,
                peer.cpu,
                peer.resident,
                peer.count);
        return Optional.of(peer);
    }

    public void ratio(Figure ours) {
        System.out.printf(
                Locale.ROOT,
                "  it takes this many times ours: cpu %.1f, wall %.1f%n",
                cpu / ours.cpu(),
                wall / ours.wall());
    }

    private static boolean install(String packages) throws IOException, InterruptedException {
        var place = HOME.resolve(packages);
        var script = "python3 -m venv '%s' && '%s/bin/pip' -q install %s >&2".formatted(place, place, packages);
        return new ProcessBuilder("sh", "-c", script).inheritIO().start().waitFor() == 0;
    }

    private static double number(String json, String name) throws IOException {
        var found = Pattern.compile("\"" + name + "\": ([0-9.e-]+)").matcher(json);
        if (!found.find()) {
            throw new IOException("no " + name + " in " + json);
        }
        return Double.parseDouble(found.group(1));
    }
}
