package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/// Where a key lies below the root: exactly at its own spelling, and nowhere outside.
final class Tree {
    private static final int NAME_BYTES = 255;

    private final Path root;

    Tree(Path root) {
        this.root = root;
    }

    /// @throws StoreException.Obstructed no file can have this name, or it is one of ours
    Path place(Key key) {
        return findPlace(key.value()).orElseThrow(() -> new StoreException.Obstructed(key));
    }

    /// Nothing if no file can have this name: `a//b`, `../a`, `a/`, `.gotgan-tmp/a`.
    Optional<Path> findPlace(String key) {
        if (key.startsWith(Root.OURS) || key.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        for (int start = 0; start <= key.length(); ) {
            int end = key.indexOf('/', start);
            end = end < 0 ? key.length() : end;
            if (!canBeName(key.substring(start, end))) {
                return Optional.empty();
            }
            start = end + 1;
        }
        try {
            return Optional.of(root.resolve(key));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// What is known of the plain file at `place`; nothing if there is none, or something else.
    static Optional<BasicFileAttributes> findFile(Path place) throws IOException {
        return find(place).filter(BasicFileAttributes::isRegularFile);
    }

    /// What is known of whatever is at `place`, a link itself and not its target.
    static Optional<BasicFileAttributes> find(Path place) throws IOException {
        try {
            return Optional.of(Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FileSystemException e) {
            if (!Files.isDirectory(parent(place), LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// The folder that `place`, which lies below the root, lies in.
    static Path parent(Path place) {
        return Objects.requireNonNull(place.getParent());
    }

    private static boolean canBeName(String segment) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && (segment.length() * 3 <= NAME_BYTES
                        || segment.getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES);
    }
}
