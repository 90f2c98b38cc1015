package dev.gotgan.engine.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/// The repository that the tests run in.
public final class Repository {
    private Repository() {}

    /// A file below `spec/`.
    public static Path spec(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("gotgan")) && Files.isDirectory(at.resolve("engine"))) {
                return at.resolve("spec").resolve(name);
            }
        }
        throw new IllegalStateException("run the tests inside the repository");
    }
}
