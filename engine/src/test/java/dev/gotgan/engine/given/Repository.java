package dev.gotgan.engine.given;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the repository's own files are, and the shared inputs beside it.
public final class Repository {
    private Repository() {}

    /// The folder that holds `gotgan` and `engine/`.
    public static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("gotgan")) && Files.isDirectory(at.resolve("engine"))) {
                return at;
            }
        }
        throw new IllegalStateException("run the tests inside the repository");
    }

    public static Path spec(String name) {
        return root().resolve("spec").resolve(name);
    }

    /// A file or folder of the shared inputs; the test is skipped, with a reason, where they are absent.
    public static Path shared(String name) {
        String elsewhere = System.getenv("GOTGAN_SHARED");
        Path shared = elsewhere == null ? root().resolveSibling("shared") : Path.of(elsewhere);
        Path wanted = shared.resolve(name);
        return Files.exists(wanted) ? wanted : abort("shared inputs are absent: " + wanted);
    }
}
