package dev.gotgan.engine.format.folder;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.door.Junk;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The files of a local folder that a dataset of it would hold, and findings about those it would not.
///
/// A link to a file inside the folder is that file; links to folders, and links that lead out, are not followed.
final class FolderWalk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final DatasetFindings findings;
    private final List<Found> found = new ArrayList<>();
    private final List<PathRefused> refused = new ArrayList<>();
    private final PathDoor door = new PathDoor();
    private long junk;

    /// A file, where it is and where it would be.
    record Found(LogicalPath path, Path file, long size) {}

    private FolderWalk(Path root, DatasetFindings findings) {
        this.root = root;
        this.findings = findings;
    }

    /// What was found: all files in path order, and what their names are worth.
    record Listing(List<Found> files, List<PathDoor.Notice> warnings, List<PathRefused> refused) {}

    static Listing of(Path root, DatasetFindings findings) throws IOException {
        var walk = new FolderWalk(root.toRealPath(), findings);
        Files.walkFileTree(walk.root, walk);
        if (walk.junk > 0) {
            findings.addOfDataset(FindingKind.JUNK_SKIPPED, "", walk.junk);
        }
        var warnings = Stream.concat(walk.door.warnings().stream(), walk.door.skipped().stream());
        return new Listing(inPathOrder(walk.found), warnings.toList(), walk.refused);
    }

    /// Sorts by bytes that are written once: paths of one folder begin alike for long, and arrays compare quickly.
    private static List<Found> inPathOrder(List<Found> found) {
        var keys = new byte[found.size()][];
        Arrays.setAll(keys, i -> found.get(i).path().value().getBytes(StandardCharsets.UTF_8));
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted((a, b) -> Arrays.compareUnsigned(keys[a], keys[b]))
                .map(found::get)
                .toList();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        var written = root.relativize(file).toString().replace('\\', '/');
        if (Junk.is(written)) {
            junk++;
        } else if (attributes.isSymbolicLink()) {
            link(file, written);
        } else if (attributes.isRegularFile()) {
            take(file, written, attributes.size());
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean skipped =
                !folder.equals(root) && Junk.isFolder(folder.getFileName().toString());
        junk += skipped ? 1 : 0;
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
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

    private void take(Path file, String written, long size) {
        if (written.equals(LogicalPath.META)) {
            findings.addOfDataset(FindingKind.META_IGNORED, written, 1);
        }
        try {
            door.findPath(written).ifPresent(path -> found.add(new Found(path, file, size)));
        } catch (PathRefused e) {
            refused.add(e);
            findings.addOfDataset(FindingKind.PATH_REFUSED, written, 1);
        }
    }
}
