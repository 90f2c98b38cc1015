package dev.gotgan.engine.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The folder of real datasets and hostile files beside the repository; tests that need it are skipped without
/// it.
public final class Shared {
    private Shared() {}

    /// A folder or file below the shared folder; skips the calling test where there is none.
    public static Path at(String relative) {
        var path = root().resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), () -> "no shared test data at " + relative);
        return path;
    }

    /// The folder itself, which may be absent.
    public static Path root() {
        var named = System.getenv("GOTGAN_SHARED");
        if (named != null) {
            return Path.of(named);
        }
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("gotgan")) && Files.isDirectory(at.resolve("engine"))) {
                return at.resolveSibling("shared");
            }
        }
        return Path.of("shared");
    }
}
