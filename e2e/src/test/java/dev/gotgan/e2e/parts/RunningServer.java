package dev.gotgan.e2e.parts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// `./gotgan serve` in a process of its own, on a free port, with its data in a folder.
public final class RunningServer implements AutoCloseable {
    private static final String READY = "Gotgan is ready at ";
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path data;
    private final Path log;
    private final URI url;

    private RunningServer(Process process, Path data, Path log, URI url) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.url = url;
    }

    /// Starts it and waits until it says that it is ready.
    public static RunningServer start(Path data, Map<String, String> environment) {
        try {
            Files.createDirectories(data);
            var log = data.resolveSibling(data.getFileName() + ".log");
            var command = List.of(
                    Repository.root().resolve("gotgan").toString(), "serve", "--port", "0", "--data", data.toString());
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().remove("GOTGAN_SHARED"); // ours, not the product's
            builder.environment().putAll(environment);
            var process = builder.start();
            return new RunningServer(process, data, log, ready(process, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RunningServer start(Path data) {
        return start(data, Map.of());
    }

    private static URI ready(Process process, Path log) throws IOException {
        var found = new CompletableFuture<URI>();
        /* Not virtual: JDK 25 starts no carrier for the others once as many wait for pipes as there are cores. */
        Thread.ofPlatform().daemon().start(() -> listen(process.inputReader(StandardCharsets.UTF_8), found));
        try {
            return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the server did not start:\n" + tail(log), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Reads standard output to its end, so that the server never waits for us.
    private static void listen(BufferedReader output, CompletableFuture<URI> found) {
        try (output) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(READY)) {
                    found.complete(URI.create(line.substring(READY.length()).strip()));
                }
            }
        } catch (IOException e) {
            found.completeExceptionally(e);
        }
        found.completeExceptionally(new IllegalStateException("it ended"));
    }

    private static String tail(Path log) throws IOException {
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    public URI url() {
        return url;
    }

    public Path data() {
        return data;
    }

    public Path log() {
        return log;
    }

    /// Where the embedded store keeps its objects.
    public Path bucket() {
        return data.resolve("store");
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// The password that the first start made.
    public String adminPassword() {
        try {
            return Files.readString(data.resolve("admin-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends it at once, as a loss of power would, but for the disk's cache.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Also kills its PostgreSQL.
    public void killAll() {
        var others = new ArrayList<ProcessHandle>();
        try {
            var pidFile = data.resolve("postgres").resolve("data").resolve("postmaster.pid");
            ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(pidFile).getFirst().strip()))
                    .ifPresent(others::add);
        } catch (IOException | NumberFormatException e) {
            others.clear();
        }
        others.forEach(ProcessHandle::destroyForcibly);
        kill();
    }

    /// Ends it in good order.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
