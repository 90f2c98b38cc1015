package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.store.disk.FreeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A folder that is ours alone while this is open, found fit to be a store, with a clean place for drafts in it.
final class Root {
    /// What begins so, directly in the root, is the store's own: no key begins so and no listing shows it.
    static final String OURS = ".gotgan-";

    /* A process loses its lock on a file when it closes any channel to it (POSIX), so the second try within one
    process must fail before it opens the file. */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private Root(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Makes the folder if it is not there.
    ///
    /// @throws RootRefused it is in use, can't be written, or lies on a file system that can't hold a dataset
    static Root open(Path wanted) {
        try {
            var folder = Files.createDirectories(wanted).toRealPath();
            if (!OPEN_HERE.add(folder)) {
                throw new RootRefused(folder, "this process uses it already", null);
            }
            boolean open = false;
            try {
                var root = new Root(folder, lock(folder));
                open = true;
                return root;
            } finally {
                if (!open) {
                    OPEN_HERE.remove(folder);
                }
            }
        } catch (IOException e) {
            throw new RootRefused(wanted, "it can't be opened for writing (" + e + ")", e);
        }
    }

    Path folder() {
        return folder;
    }

    /// Where drafts are written: on the same file system, and empty of what an earlier process left there.
    Path cleanDrafts() throws IOException {
        var drafts = folder.resolve(OURS + "tmp");
        if (!Files.isDirectory(drafts, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(drafts);
        }
        try (var left = Files.newDirectoryStream(drafts)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        return drafts;
    }

    /// How objects get their names here.
    FreeName probe(Path drafts) throws IOException {
        RootProbe.names(drafts);
        return FreeName.findFor(drafts)
                .orElseThrow(() -> new RootRefused(
                        folder,
                        "its file system can neither rename without replacing nor link, so that two uploads could take one"
                                + " name. Use ext4, XFS, Btrfs, ZFS or APFS",
                        null));
    }

    void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OPEN_HERE.remove(folder);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var file = folder.resolve(OURS + "lock");
        var channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        boolean locked = false;
        try {
            if (channel.tryLock() == null) {
                throw new RootRefused(
                        folder,
                        "process %s uses it (%s)"
                                .formatted(Files.readString(file).strip(), file),
                        null);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            locked = true;
            return channel;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }
}
