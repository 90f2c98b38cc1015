package dev.gotgan.catalog.postgres.embedded;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The folder of one embedded PostgreSQL, and the only place that spells the names in it.
record Home(Path folder) {
    private static final String IN_THE_MAKING = "data.init";

    /// Makes the folder when it is missing; the path becomes absolute and free of links.
    static Home at(Path folder) {
        return attempt(folder, () -> new Home(Files.createDirectories(folder).toRealPath()));
    }

    Path binaries() {
        return folder.resolve("binaries");
    }

    /// The cluster; it is there whole or not at all.
    Path data() {
        return folder.resolve("data");
    }

    /// A cluster in the making, worthless after a crash. Its name is this process's own: an initdb whose server
    /// was killed may still be writing into the other one's.
    Path dataInTheMaking() {
        return folder.resolve(IN_THE_MAKING + "-" + ProcessHandle.current().pid());
    }

    /// Clears away what killed servers began.
    void deleteUnfinishedData() throws IOException {
        try (var all = Files.list(folder)) {
            for (var path : all.toList()) {
                if (String.valueOf(path.getFileName()).startsWith(IN_THE_MAKING)) {
                    deleteTree(path);
                }
            }
        }
    }

    Path password() {
        return folder.resolve("password");
    }

    Path port() {
        return folder.resolve("port");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    /// Writes a small file so that a crash leaves the old text or the new one; only its owner may read it.
    static void write(Path file, String text) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, text, StandardOpenOption.SYNC);
        moveInto(part, file);
    }

    /// Renames atomically, and makes the rename outlive a power cut.
    static void moveInto(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        var parent = to.getParent();
        if (parent != null) {
            try (var folder = FileChannel.open(parent, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var walk = Files.walk(root)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Turns a refusal of the file system into an error that names the path.
    static <T extends @Nullable Object> T attempt(Path path, OnDisk<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    Trouble.HOME_UNUSABLE,
                    path + " could not be read or written (" + e
                            + "). Check its rights and the free space, or choose another" + " data folder.",
                    e);
        }
    }

    interface OnDisk<T extends @Nullable Object> {
        T run() throws IOException;
    }
}
