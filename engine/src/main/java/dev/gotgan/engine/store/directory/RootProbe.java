package dev.gotgan.engine.store.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;

/// Asks a file system what it makes of names, before anybody's photographs depend on it.
final class RootProbe {
    private static final String NAME = "gotgan é 고양이 😀";

    private RootProbe() {}

    /// `drafts` is empty and ours.
    ///
    /// @throws RootRefused names do not come back as they were given, or two that differ in case are one
    static void names(Path drafts) throws IOException {
        Path file;
        try {
            file = drafts.resolve(NAME);
        } catch (InvalidPathException e) {
            throw new RootRefused(
                    drafts,
                    "this process can't write Korean file names. Start it with the environment variable LC_ALL=C.UTF-8",
                    e);
        }
        Files.createFile(file);
        try (var names = Files.newDirectoryStream(drafts)) {
            for (Path name : names) {
                if (!name.equals(file)) {
                    throw new RootRefused(drafts, "its file system changes the spelling of names", null);
                }
            }
            refuseTwins(file, drafts.resolve(NAME.toUpperCase(Locale.ROOT)));
        } finally {
            Files.delete(file);
        }
    }

    /// @throws RootRefused who asks for `other` is given `written`
    static void refuseTwins(Path written, Path other) {
        if (Files.exists(other, LinkOption.NOFOLLOW_LINKS)) {
            throw new RootRefused(
                    Tree.parent(written),
                    "its file system takes names for one that differ only in case (%s, %s), so one file of a dataset would"
                                    .formatted(written.getFileName(), other.getFileName())
                            + " replace another. Use a folder on a case-sensitive file system",
                    null);
        }
    }
}
