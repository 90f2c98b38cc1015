package dev.gotgan.engine.pull;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.hash.FileHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// The folder a pull writes into. No path leads out of it, not even by a link that lies there already.
final class LocalFolder {
    /// Our own corner: the last receipt, and files under way.
    static final String OURS = ".gotgan";

    private static final int BLOCK = 1 << 16;

    private final Path root;
    private final Path temporary;
    private final UUID unique = UUID.randomUUID();
    private final AtomicLong written = new AtomicLong();

    LocalFolder(Path root) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
        this.temporary = this.root.resolve(OURS).resolve("tmp");
        Files.createDirectories(temporary);
        sweep();
    }

    /// Removes what killed pulls left; a pull that runs beside this one is younger than a day.
    private void sweep() throws IOException {
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        try (var left = Files.newDirectoryStream(temporary)) {
            for (var file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(yesterday)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Path root() {
        return root;
    }

    Path ours(String name) {
        return root.resolve(OURS).resolve(name);
    }

    /// How many files are in it, ours not counted.
    long count() throws IOException {
        var count = new AtomicLong();
        var ours = root.resolve(OURS);
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return dir.equals(ours) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                count.incrementAndGet();
                return FileVisitResult.CONTINUE;
            }
        });
        return count.get();
    }

    /// The hash of what is at `path`, if a plain file of that size is there.
    Optional<Sha256> find(FileEntry file) throws IOException {
        var place = root.resolve(file.path().value());
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                || Files.size(place) != file.size()
                || leadsOut(file.path())) {
            return Optional.empty();
        }
        return Optional.of(FileHash.of(place));
    }

    /// Writes `bytes` beside, hashes them on the way, and moves them to their place only if they are right.
    ///
    /// @throws PullRefused `hash_mismatch`; what was at the path stays
    void write(FileEntry file, InputStream bytes) throws IOException {
        var under = temporary.resolve(unique + "-" + written.incrementAndGet());
        boolean moved = false;
        try {
            if (!copy(bytes, under, file.size()).equals(file.sha256())) {
                throw new PullRefused("hash_mismatch", file.path() + ": the bytes received are not those recorded");
            }
            moveIn(under, file.path());
            moved = true;
        } finally {
            if (!moved) {
                Files.deleteIfExists(under);
            }
        }
    }

    /// @param size as far as it is known; there may be more
    private static Sha256 copy(InputStream bytes, Path to, long size) throws IOException {
        var digest = Sha256.newDigest();
        var block = new byte[(int) Math.min(BLOCK - 1, size) + 1];
        try (var out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = bytes.read(block); n >= 0; n = bytes.read(block)) {
                digest.update(block, 0, n);
                out.write(block, 0, n);
            }
        }
        return Sha256.of(digest.digest());
    }

    private void moveIn(Path under, LogicalPath path) throws IOException {
        var place = root.resolve(path.value());
        if (leadsOut(path)) {
            throw new PullRefused("path_traversal", path + " leads out of the folder by a link that lies there");
        }
        try {
            Files.move(under, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            Files.createDirectories(parent(place));
            Files.move(under, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | DirectoryNotEmptyException e) {
            throw new PullRefused("path_collision", path + ": a folder stands where this file must be");
        }
    }

    /// Removes a file and the folders that become empty by it.
    void remove(LogicalPath path) throws IOException {
        if (leadsOut(path)) {
            return;
        }
        var place = root.resolve(path.value());
        Files.deleteIfExists(place);
        for (var folder = parent(place); !folder.equals(root); folder = parent(folder)) {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                return;
            }
        }
    }

    /// Whether a folder on the way to `path` is a link or no folder at all.
    private boolean leadsOut(LogicalPath path) {
        var folder = root;
        for (var segment : Path.of(path.folder())) {
            folder = folder.resolve(segment);
            if (Files.isSymbolicLink(folder)) {
                return true;
            }
        }
        return false;
    }

    private static Path parent(Path place) {
        var parent = place.getParent();
        if (parent == null) {
            throw new IllegalStateException("a file of the dataset lies below its folder");
        }
        return parent;
    }
}
