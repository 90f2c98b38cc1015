package dev.gotgan.e2e.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the project lies, and the real datasets beside it if they are there.
public final class Repository {
    private Repository() {}

    public static Path root() {
        String given = System.getProperty("gotgan.root");
        var at = Path.of(given == null ? "" : given).toAbsolutePath();
        while (at != null && !Files.isExecutable(at.resolve("gotgan"))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new IllegalStateException("run inside the repository");
        }
        return at;
    }

    /// A folder of the real datasets; empty on a machine that has none.
    public static Optional<Path> findData(String name) {
        return findShared("data/" + name);
    }

    /// A folder beside the repository that is no part of it; empty where it is absent.
    public static Optional<Path> findShared(String name) {
        String given = System.getenv("GOTGAN_SHARED");
        var shared = given == null ? root().resolveSibling("shared") : Path.of(given);
        return Optional.of(shared.resolve(name)).filter(Files::isDirectory);
    }
}
