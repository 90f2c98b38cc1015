package dev.gotgan.engine.format.folder;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.door.Junk;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of a local folder that a dataset of it would hold, and findings about those it would not.
///
/// A link to a file inside the folder is that file; links to folders, and links that lead out, are not followed.
final class FolderWalk {
    /// Stands in a name for bytes that are no text.
    private static final char UNREADABLE = '\uFFFD';

    private final Path root;
    private final DatasetFindings findings;
    private final List<Found> found = new ArrayList<>();
    private final List<PathRefused> refused = new ArrayList<>();
    private final PathDoor door = new PathDoor();
    private long junk;

    /// A file and where it would be.
    ///
    /// @param elsewhere where it is, if its path does not tell: an object for each would be most of the memory
    record Found(LogicalPath path, @Nullable Path elsewhere, long size) {
        Path in(Path root) {
            return elsewhere == null ? root.resolve(path.value()) : elsewhere;
        }
    }

    private FolderWalk(Path root, DatasetFindings findings) {
        this.root = root;
        this.findings = findings;
    }

    /// What was found: all files in path order, and what their names are worth.
    record Listing(Path root, List<Found> files, List<PathDoor.Notice> warnings, List<PathRefused> refused) {}

    static Listing of(Path root, DatasetFindings findings) throws IOException {
        var walk = new FolderWalk(root.toRealPath(), findings);
        walk.folder(walk.root, "");
        walk.putInPathOrder();
        if (walk.junk > 0) {
            findings.addOfDataset(FindingKind.JUNK_SKIPPED, "", walk.junk);
        }
        var warnings = Stream.concat(walk.door.warnings().stream(), walk.door.skipped().stream());
        return new Listing(walk.root, walk.found, warnings.toList(), walk.refused);
    }

    /// They are in that order, but for names that changed as they came in, or that hold emoji.
    private void putInPathOrder() {
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i - 1).path().compareTo(found.get(i).path()) > 0) {
                found.sort(Comparator.comparing(Found::path));
                return;
            }
        }
    }

    private enum Kind {
        FILE,
        FOLDER,
        LINK,
        /// Nothing that could be read.
        OTHER;

        static Kind of(BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                return FILE;
            }
            return attributes.isDirectory() ? FOLDER : attributes.isSymbolicLink() ? LINK : OTHER;
        }
    }

    /// What lies in a folder.
    ///
    /// @param name  a folder's with `/`: so the order of the names is that of all paths below
    /// @param exact where it is, if its name does not tell
    private record Child(String name, @Nullable Path exact, Kind kind, long size) implements Comparable<Child> {
        /// @param told whether the name of the folder tells where that is
        static Child of(Path path, boolean told) throws IOException {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            var kind = Kind.of(attributes);
            var name = path.getFileName().toString();
            var exact = told && kind != Kind.LINK && tells(name) ? null : path;
            return new Child(kind == Kind.FOLDER ? name + "/" : name, exact, kind, attributes.size());
        }

        @Override
        public int compareTo(Child other) {
            return name.compareTo(other.name);
        }
    }

    private static boolean tells(String name) {
        return name.indexOf(UNREADABLE) < 0 && name.indexOf('\\') < 0;
    }

    private static List<Child> children(Path folder, boolean told) throws IOException {
        var children = new ArrayList<Child>();
        try (var paths = Files.newDirectoryStream(folder)) {
            for (var path : paths) {
                children.add(Child.of(path, told));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(children);
        return children;
    }

    /// Takes all below `folder`.
    ///
    /// @param written its path below the root, with `/`
    private void folder(Path folder, String written) throws IOException {
        for (var child : children(folder, tells(written))) {
            if (child.kind == Kind.FOLDER) {
                var name = child.name.substring(0, child.name.length() - 1);
                if (Junk.isFolder(name)) {
                    junk++;
                } else {
                    folder(child.exact == null ? folder.resolve(name) : child.exact, written + child.name);
                }
            } else {
                file(child, (written + child.name).replace('\\', '/'));
            }
        }
    }

    private void file(Child child, String written) throws IOException {
        if (Junk.is(written)) {
            junk++;
        } else if (child.kind == Kind.LINK && child.exact != null) {
            link(child.exact, written);
        } else if (child.kind == Kind.FILE) {
            take(child.exact, written, child.size);
        }
    }

    private void link(Path link, String written) throws IOException {
        try {
            var target = link.toRealPath();
            if (target.startsWith(root) && Files.isRegularFile(target)) {
                take(target, written, Files.size(target));
                return;
            }
        } catch (NoSuchFileException e) {
            // leads nowhere
        }
        findings.addOfDataset(FindingKind.LINK_SKIPPED, written, 1);
    }

    /// @param exact where the file is, if its name does not tell
    private void take(@Nullable Path exact, String written, long size) {
        if (written.equals(LogicalPath.META)) {
            findings.addOfDataset(FindingKind.META_IGNORED, written, 1);
        }
        try {
            door.findPath(written).ifPresent(path -> found.add(new Found(path, elsewhere(exact, path, written), size)));
        } catch (PathRefused e) {
            refused.add(e);
            findings.addOfDataset(FindingKind.PATH_REFUSED, written, 1);
        }
    }

    /// A name may be spelled another way in a dataset than on the disk.
    private @Nullable Path elsewhere(@Nullable Path exact, LogicalPath path, String written) {
        return exact == null && !path.value().equals(written) ? root.resolve(written) : exact;
    }
}
