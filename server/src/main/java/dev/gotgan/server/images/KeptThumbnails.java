package dev.gotgan.server.images;

import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Thumbnails on the disk, by the content that they show, those not looked at for longest gone first. Losing any of
/// them costs only the time to draw it again: a disk that is full or broken fails nobody's request, and is told of once
/// until it works again.
///
/* What was looked at last is known in memory; a restart goes by when each was drawn. */
final class KeptThumbnails {
    private static final String HALF = ".half";

    private final Path folder;
    private final long mostBytes;
    private final Consumer<IOException> trouble;
    private final AtomicBoolean troubled = new AtomicBoolean();
    private final Map<String, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /// @param mostBytes that all of them take
    /// @param trouble   is told what keeps them from the disk
    KeptThumbnails(Path folder, long mostBytes, Consumer<IOException> trouble) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.trouble = trouble;
        look();
    }

    private record Found(String name, long size, FileTime drawn) {}

    private synchronized void look() {
        try {
            Files.createDirectories(folder);
            try (var files = Files.walk(folder, 2)) {
                files.filter(Files::isRegularFile)
                        .filter(KeptThumbnails::isWhole)
                        .map(KeptThumbnails::found)
                        .sorted(Comparator.comparing(Found::drawn))
                        .forEach(found -> add(found.name, found.size));
            }
            shrink();
        } catch (UncheckedIOException e) {
            complain(new IOException(e));
        } catch (IOException e) {
            complain(e);
        }
    }

    /// What a server that was killed left half written goes.
    private static boolean isWhole(Path file) {
        if (!file.toString().endsWith(HALF)) {
            return true;
        }
        try {
            Files.deleteIfExists(file);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void complain(IOException why) {
        if (troubled.compareAndSet(false, true)) {
            trouble.accept(why);
        }
    }

    private static Found found(Path file) {
        try {
            return new Found(file.getFileName().toString(), Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<byte[]> find(Sha256 content, int side) {
        var name = name(content, side);
        synchronized (this) {
            if (sizes.get(name) == null) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(Files.readAllBytes(path(name)));
        } catch (NoSuchFileException e) {
            forget(name);
            return Optional.empty();
        } catch (IOException e) {
            complain(e);
            forget(name);
            return Optional.empty();
        }
    }

    /// Whole or not at all: whoever finds the file finds all of it. Where the disk takes nothing, nothing is kept.
    void keep(Sha256 content, int side, byte[] jpeg) {
        var name = name(content, side);
        try {
            write(path(name), jpeg);
            synchronized (this) {
                forget(name);
                add(name, jpeg.length);
                shrink();
            }
            troubled.set(false);
        } catch (IOException e) {
            complain(e);
        }
    }

    private static void write(Path path, byte[] jpeg) throws IOException {
        Files.createDirectories(path.getParent());
        var half = path.resolveSibling(UUID.randomUUID() + HALF);
        try {
            Files.write(half, jpeg);
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(half);
            throw e;
        }
    }

    /// How many bytes are kept.
    synchronized long bytes() {
        return bytes;
    }

    private synchronized void forget(String name) {
        var size = sizes.remove(name);
        bytes -= size == null ? 0 : size;
    }

    private void add(String name, long size) {
        sizes.put(name, size);
        bytes += size;
    }

    private void shrink() throws IOException {
        var eldest = sizes.entrySet().iterator();
        while (bytes > mostBytes && eldest.hasNext()) {
            var each = eldest.next();
            bytes -= each.getValue();
            eldest.remove();
            Files.deleteIfExists(path(each.getKey()));
        }
    }

    private static String name(Sha256 content, int side) {
        return content.hex() + "-" + side + ".jpg";
    }

    private Path path(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }
}
