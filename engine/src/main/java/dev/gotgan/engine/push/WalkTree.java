package dev.gotgan.engine.push;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.Junk;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lists what a folder holds that can become a dataset. Links are not followed: what they point to is not in
/// the folder.
public final class WalkTree {
    private WalkTree() {}

    /// A file of the folder; `size` when it was listed.
    public record LocalFile(LogicalPath path, Path file, long size) {}

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

    /// Lists `root`; refuses nothing but names that no dataset may hold.
    ///
    /// @throws dev.gotgan.engine.content.PathRefused naming such a file
    public static Listing of(Path root) throws IOException {
        var visitor = new Visitor(root);
        Files.walkFileTree(root, visitor);
        visitor.files.sort(Comparator.comparing(LocalFile::path));
        return new Listing(List.copyOf(visitor.files), List.copyOf(visitor.junk), List.copyOf(visitor.links));
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<LocalFile> files = new ArrayList<>();
        private final List<String> junk = new ArrayList<>();
        private final List<String> links = new ArrayList<>();

        private Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root) || !isJunk(folder)) {
                return FileVisitResult.CONTINUE;
            }
            junk.add(name(folder));
            return FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                links.add(name(file));
            } else if (isJunk(file)) {
                junk.add(name(file));
            } else {
                files.add(new LocalFile(LogicalPath.of(name(file)), file, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        /// `.gotgan` is where a pull keeps its receipt.
        private boolean isJunk(Path place) {
            String name = name(place);
            return name.equals(".gotgan") || name.equals(LogicalPath.META) || Junk.is(name);
        }

        private String name(Path place) {
            return root.relativize(place).toString();
        }
    }
}
