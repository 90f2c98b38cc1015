package dev.gotgan.engine.store.directory;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A folder can't be a store; the message says why and what helps.
public final class RootRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    RootRefused(Path root, String why, @Nullable Throwable cause) {
        super("the folder %s can't be the store: %s".formatted(root, why), cause);
    }
}
