package dev.gotgan.engine.store.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A whole file that has no key yet; closing it removes it unless it was given one.
final class Draft implements AutoCloseable {
    private final Path file;
    private final FileStamp stamp;
    private boolean placed;

    Draft(Path file, FileStamp stamp) {
        this.file = file;
        this.stamp = stamp;
    }

    Path file() {
        return file;
    }

    FileStamp stamp() {
        return stamp;
    }

    /// It has another name now.
    void placed() {
        placed = true;
    }

    @Override
    public void close() throws IOException {
        if (!placed) {
            Files.deleteIfExists(file);
        }
    }
}
