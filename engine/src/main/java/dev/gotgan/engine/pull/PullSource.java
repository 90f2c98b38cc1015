package dev.gotgan.engine.pull;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Where a pull gets its manifest and bytes from. Untrusted: its paths are checked, its bytes hashed.
public interface PullSource {
    /// One generation, chosen once: a pull stays on it while the head moves.
    Manifest manifest() throws IOException;

    /// Fetches files of the generation of [#manifest], several at a time.
    ///
    /// @param files any number
    void fetch(List<FileEntry> files, Receiver receiver) throws IOException;

    /// The files of a generation.
    ///
    /// @param files as the server sent them, in any order
    record Manifest(String dataset, long generation, Sha256 contentHash, List<FileEntry> files) {}

    /// Told of each file, by several threads at once.
    @FunctionalInterface
    interface Receiver {
        void file(FileEntry file, InputStream bytes) throws IOException;
    }
}
