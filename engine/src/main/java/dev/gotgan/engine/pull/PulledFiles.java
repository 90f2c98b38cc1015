package dev.gotgan.engine.pull;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// What the last pull left in the folder, as lines `{sha256} {size} {path}`; only ever used to tell our files
/// from others'.
final class PulledFiles {
    private static final String NAME = "files";

    private final LocalFolder folder;

    PulledFiles(LocalFolder folder) {
        this.folder = folder;
    }

    /// Empty before the first pull, or if the list was damaged: then nothing is ours to remove.
    List<FileEntry> read() throws IOException {
        var files = new ArrayList<FileEntry>();
        try {
            for (String line : Files.readAllLines(folder.ours(NAME))) {
                var parts = line.split(" ", 3);
                files.add(new FileEntry(LogicalPath.of(parts[2]), Sha256.parse(parts[0]), Long.parseLong(parts[1])));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | PathRefused e) {
            return List.of();
        }
        return files;
    }

    void write(List<FileEntry> files) throws IOException {
        var next = folder.ours(NAME + ".new");
        Files.write(
                next,
                files.stream()
                        .map(file -> file.sha256() + " " + file.size() + " " + file.path())
                        .toList());
        Files.move(next, folder.ours(NAME), StandardCopyOption.ATOMIC_MOVE);
    }
}
