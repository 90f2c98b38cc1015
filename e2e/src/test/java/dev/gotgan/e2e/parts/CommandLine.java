package dev.gotgan.e2e.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `./gotgan …` as a person types it.
public final class CommandLine {
    private final Map<String, String> environment;

    public CommandLine(RunningServer server, String token, Path home) {
        this.environment = Map.of(
                "GOTGAN_URL", server.url().toString(), "GOTGAN_TOKEN", token, "XDG_CONFIG_HOME", home.toString());
    }

    /// How it ended and what it printed.
    public record Result(int exit, String out, String err) {}

    public Result run(String... arguments) {
        try {
            var command =
                    new ArrayList<>(List.of(Repository.root().resolve("gotgan").toString()));
            command.addAll(List.of(arguments));
            var err = Files.createTempFile("gotgan-cli", ".err");
            var builder = new ProcessBuilder(command).redirectError(err.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
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
