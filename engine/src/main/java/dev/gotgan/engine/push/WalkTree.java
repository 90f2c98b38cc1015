package dev.gotgan.engine.push;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.Junk;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.store.InFlight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Lists what a folder holds that can become a dataset. Links are not followed: what they point to is not in
/// the folder.
public final class WalkTree {
    private static final int AT_ONCE = 8;

    private WalkTree() {}

    /// A file of the folder, as it was when it was listed.
    public record LocalFile(LogicalPath path, Path file, FileStat stat) {
        public long size() {
            return stat.size();
        }
    }

    /// What was found.
    ///
    /// @param files in path order
    /// @param junk  operating system clutter and our own records, left out
    /// @param links links and other things that are no plain files, left out
    public record Listing(List<LocalFile> files, List<String> junk, List<String> links) {
        public long bytes() {
            return files.stream().mapToLong(LocalFile::size).sum();
        }
    }

    /// Lists `root`; refuses nothing but names that no dataset may hold, alone or together: two spellings of one name
    /// are
    /// two files on this disk and one path in a dataset.
    ///
    /// @throws dev.gotgan.engine.content.PathRefused naming such a file
    public static Listing of(Path root) throws IOException {
        var walk = new Walk();
        List<Folder> level = List.of(new Folder("", root));
        try {
            while (!level.isEmpty()) {
                InFlight.forEach(AT_ONCE, level, walk::list);
                level = walk.nextLevel();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        var files = walk.files.stream()
                .sorted(Comparator.comparing(LocalFile::path))
                .toList();
        var door = new PathDoor();
        files.forEach(file -> door.pass(file.path()));
        return new Listing(
                files,
                walk.junk.stream().sorted().toList(),
                walk.links.stream().sorted().toList());
    }

    /// @param prefix what the names of its files begin with: empty, or ending in a slash
    private record Folder(String prefix, Path place) {}

    /// Folders of one depth are listed at once.
    private static final class Walk {
        private final Queue<LocalFile> files = new ConcurrentLinkedQueue<>();
        private final Queue<String> junk = new ConcurrentLinkedQueue<>();
        private final Queue<String> links = new ConcurrentLinkedQueue<>();
        private final Queue<Folder> below = new ConcurrentLinkedQueue<>();

        private List<Folder> nextLevel() {
            var next = List.copyOf(below);
            below.clear();
            return next;
        }

        private void list(Folder folder) {
            try (var entries = Files.newDirectoryStream(folder.place())) {
                for (var entry : entries) {
                    take(folder.prefix() + entry.getFileName(), entry);
                }
            } catch (DirectoryIteratorException e) {
                throw new UncheckedIOException(e.getCause());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void take(String name, Path entry) throws IOException {
            var stat = FileStat.of(entry);
            boolean folder = stat.kind() == FileStat.Kind.FOLDER;
            if (stat.kind() == FileStat.Kind.OTHER) {
                links.add(name);
            } else if (isJunk(name) || (folder && Junk.isFolder(String.valueOf(entry.getFileName())))) {
                junk.add(name);
            } else if (folder) {
                below.add(new Folder(name + "/", entry));
            } else {
                files.add(new LocalFile(LogicalPath.of(name), entry, stat));
            }
        }

        /// `.gotgan` is where a pull keeps its receipt.
        private static boolean isJunk(String name) {
            return name.equals(".gotgan") || name.equals(LogicalPath.META) || Junk.is(name);
        }
    }
}
