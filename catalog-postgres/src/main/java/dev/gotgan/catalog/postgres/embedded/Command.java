package dev.gotgan.catalog.postgres.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program with its arguments, run away from the caller's own PostgreSQL settings (`PGPORT` and the like).
record Command(List<String> words) {
    Command(String... words) {
        this(List.of(words));
    }

    /// What a finished program said, both streams together, and its exit status; 127 when it could not be run.
    record Outcome(int status, String said) {
        boolean isGood() {
            return status == 0;
        }
    }

    Command after(List<String> prefix) {
        var all = new ArrayList<>(prefix);
        all.addAll(words);
        return new Command(List.copyOf(all));
    }

    static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    ProcessBuilder in(Path folder) {
        var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /// Runs to the end; kills what has not ended after `limit`.
    Outcome run(Path folder, Duration limit) {
        try {
            var said = Files.createTempFile("gotgan-", ".out");
            try {
                var process = in(folder)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(said.toFile())
                        .start();
                return new Outcome(
                        statusOf(process, limit), Files.readString(said).strip());
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            return new Outcome(127, String.valueOf(e.getMessage()));
        }
    }

    private static int statusOf(Process process, Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return 124;
    }
}
