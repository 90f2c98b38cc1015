package dev.gotgan.engine.store.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Gives a file a name that nobody has, in one step that two can't both take.
@FunctionalInterface
public interface FreeName {
    /// @throws FileAlreadyExistsException             something is at `to`; `from` is where it was
    /// @throws java.nio.file.NoSuchFileException `from` or the folder of `to` is not there
    void rename(Path from, Path to) throws IOException;

    /// Anywhere that has hard links, which a file then has for a moment.
    static void byLink(Path from, Path to) throws IOException {
        Files.createLink(to, from);
        try {
            Files.delete(from);
        } catch (IOException e) {
            return; // `to` is there; a draft that stays behind goes at the next start
        }
    }

    /// The first way that works in `folder`, which is empty and ours: some file systems know only one, some none.
    static Optional<FreeName> findFor(Path folder) throws IOException {
        var calls = LinuxCalls.find();
        if (calls.isPresent() && works(calls.get()::renameToFree, folder)) {
            return Optional.of(calls.get()::renameToFree);
        }
        return works(FreeName::byLink, folder) ? Optional.of(FreeName::byLink) : Optional.empty();
    }

    private static boolean works(FreeName way, Path folder) throws IOException {
        var first = folder.resolve("first");
        var second = folder.resolve("second");
        Files.createFile(first);
        try {
            way.rename(first, second);
            Files.createFile(first);
            way.rename(first, second);
            return false;
        } catch (FileAlreadyExistsException e) {
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        } finally {
            Files.deleteIfExists(first);
            Files.deleteIfExists(second);
        }
    }
}
