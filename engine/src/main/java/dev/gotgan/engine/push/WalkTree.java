package dev.gotgan.engine.push;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.Junk;
import dev.gotgan.engine.store.InFlight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /// Lists `root`, every name of it judged.
    ///
    /// @throws dev.gotgan.engine.content.PathRefused as [Glance#listing]
    public static Listing of(Path root) throws IOException {
        return look(root).listing();
    }

    /// Looks at `root` and all folders below.
    public static Glance look(Path root) throws IOException {
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
        return new Glance(
                List.copyOf(walk.seen),
                walk.junk.stream().sorted().toList(),
                walk.links.stream().sorted().toList());
    }

    /// @param prefix what the names of its files begin with: empty, or ending in a slash
    private record Folder(String prefix, Path place) {}

    /// Folders of one depth are listed at once.
    private static final class Walk {
        private final Queue<Glance.Folder> seen = new ConcurrentLinkedQueue<>();
        private final Queue<String> junk = new ConcurrentLinkedQueue<>();
        private final Queue<String> links = new ConcurrentLinkedQueue<>();
        private final Queue<Folder> below = new ConcurrentLinkedQueue<>();

        private List<Folder> nextLevel() {
            var next = List.copyOf(below);
            below.clear();
            return next;
        }

        private void list(Folder folder) {
            var files = new ArrayList<Glance.Seen>();
            try (var entries = Files.newDirectoryStream(folder.place())) {
                for (var entry : entries) {
                    take(folder.prefix(), String.valueOf(entry.getFileName()), entry, files);
                }
            } catch (DirectoryIteratorException e) {
                throw new UncheckedIOException(e.getCause());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (!files.isEmpty()) {
                seen.add(new Glance.Folder(folder.prefix(), files));
            }
        }

        private void take(String prefix, String name, Path entry, List<Glance.Seen> files) throws IOException {
            var stat = FileStat.of(entry);
            boolean folder = stat.kind() == FileStat.Kind.FOLDER;
            if (stat.kind() == FileStat.Kind.OTHER) {
                links.add(prefix + name);
            } else if (isJunk(prefix, name) || (folder && Junk.isFolder(name))) {
                junk.add(prefix + name);
            } else if (folder) {
                below.add(new Folder(prefix + name + "/", entry));
            } else {
                files.add(new Glance.Seen(name, entry, stat));
            }
        }

        /// `.gotgan` is where a pull keeps its receipt. Folders of junk are not entered, so that a name says it all.
        private static boolean isJunk(String prefix, String name) {
            return Junk.is(name) || (prefix.isEmpty() && (name.equals(".gotgan") || name.equals(LogicalPath.META)));
        }
    }
}
