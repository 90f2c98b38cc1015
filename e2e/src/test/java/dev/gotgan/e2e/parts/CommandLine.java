package dev.gotgan.e2e.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `./gotgan …` as a person types it.
public final class CommandLine {
    private final Map<String, String> environment;

    public CommandLine(RunningServer server, String token, Path home) {
        this(server.url(), token, home);
    }

    /// @param server where it is believed to be
    public CommandLine(URI server, String token, Path home) {
        this.environment = Map.of(
                "GOTGAN_URL", server.toString(),
                "GOTGAN_TOKEN", token,
                "XDG_CONFIG_HOME", home.toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString());
    }

    /// The same in another environment besides.
    public CommandLine with(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new CommandLine(all);
    }

    private CommandLine(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// How it ended and what it printed.
    public record Result(int exit, String out, String err) {}

    /// A command that goes on while the story does; killing it kills the JVM that the launcher became.
    public Process start(String... arguments) throws IOException {
        return builder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(String... arguments) {
        var command =
                new ArrayList<>(List.of(Repository.root().resolve("gotgan").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    public Result run(String... arguments) {
        try {
            var err = Files.createTempFile("gotgan-cli", ".err");
            var process = builder(arguments).redirectError(err.toFile()).start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            String said = Files.readString(err);
            Files.delete(err);
            return new Result(exit, out, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
