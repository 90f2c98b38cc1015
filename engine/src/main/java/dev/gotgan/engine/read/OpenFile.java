package dev.gotgan.engine.read;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens one file of one generation: the live object if it is still the one we published, else a durable
/// copy, else the rows are read again, since a publisher may just have moved the bytes.
public final class OpenFile {
    private static final int ATTEMPTS = 5;
    /// Up to here a file is read and verified whole before its first byte is handed on.
    static final int WHOLE = 1 << 20;

    private final Tree tree;
    private final ObjectStore store;

    public OpenFile(Tree tree, ObjectStore store) {
        this.tree = tree;
        this.store = store;
    }

    /// A file and its bytes; the caller closes them. A stream whose bytes turn out wrong ends with an
    /// `IOException`
    /// before its end, never quietly.
    public record Opened(FileEntry file, InputStream bytes) {}

    /// The whole file.
    ///
    /// @return empty if the generation has no such path
    /// @throws ContentLost no place holds it
    public Optional<Opened> find(DatasetId dataset, long generation, LogicalPath path) {
        return open(dataset, generation, path, 0);
    }

    /// The bytes from `offset` on. A part can't be checked against the hash of the whole; it comes from an
    /// object with
    /// the etag that was verified when it was published.
    public Optional<Opened> findFrom(DatasetId dataset, long generation, LogicalPath path, long offset) {
        return open(dataset, generation, path, offset);
    }

    private Optional<Opened> open(DatasetId dataset, long generation, LogicalPath path, long offset) {
        for (int i = 0; i < ATTEMPTS; i++) {
            var located = tree.locate(dataset, generation, List.of(path));
            if (located.isEmpty()) {
                return Optional.empty();
            }
            var bytes = read(located.getFirst(), offset);
            if (bytes != null) {
                return Optional.of(new Opened(located.getFirst().file(), bytes));
            }
        }
        throw new ContentLost(path);
    }

    private @Nullable InputStream read(Tree.Located located, long offset) {
        var live = located.live();
        var bytes = live == null ? null : read(located.file(), live.key(), live.etag(), offset);
        var copy = located.copy();
        return bytes != null || copy == null ? bytes : read(located.file(), copy, null, offset);
    }

    private @Nullable InputStream read(FileEntry file, Key key, @Nullable Etag etag, long offset) {
        try {
            var bytes = store.read(key, offset, etag);
            if (offset > 0) {
                return bytes;
            }
            return file.size() <= WHOLE ? whole(file, bytes) : new VerifiedStream(bytes, file);
        } catch (StoreException.Missing | StoreException.Changed e) {
            return null;
        } catch (IOException e) {
            throw new StoreException.Unavailable(key, e);
        }
    }

    private static @Nullable InputStream whole(FileEntry file, InputStream bytes) throws IOException {
        try (bytes) {
            var all = bytes.readNBytes(WHOLE + 1);
            return Sha256.hash(all).equals(file.sha256()) ? new ByteArrayInputStream(all) : null;
        }
    }
}
