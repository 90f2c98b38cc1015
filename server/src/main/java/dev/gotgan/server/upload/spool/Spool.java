package dev.gotgan.server.upload.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of one upload. Closing it gives the space back.
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final Path folder;

    private Spool(Path folder) {
        this.folder = folder;
    }

    /// A new folder below `all`, which only the server's user may enter.
    public static Spool in(Path all) throws IOException {
        var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(all);
        return new Spool(Files.createDirectory(all.resolve(UUID.randomUUID().toString()), own));
    }

    /// At the server's start: gives back what an earlier one was killed over.
    public static void clear(Path all) {
        if (!Files.isDirectory(all)) {
            return;
        }
        try (var left = Files.list(all)) {
            left.forEach(Spool::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        remove(folder);
    }

    private static void remove(Path tree) {
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.warn("the spool {} stays until the next start: {}", tree, e.toString());
        }
    }
}
