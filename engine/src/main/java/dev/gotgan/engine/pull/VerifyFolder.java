package dev.gotgan.engine.pull;

import dev.gotgan.engine.content.ContentHash;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.InFlight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Hashes a pulled folder again and compares it with what the last pull left there. Needs no server.
public final class VerifyFolder {
    private final int jobs;

    public VerifyFolder(int jobs) {
        this.jobs = jobs;
    }

    /// What was found.
    ///
    /// @param files       files the last pull left
    /// @param bytes       in them
    /// @param contentHash of what it left: to compare with the one the server or a job recorded
    /// @param wrong       files that are missing or hold something else, in path order
    public record Verified(long files, long bytes, Sha256 contentHash, List<FileEntry> wrong) {}

    /// Looks at every file of `folder`.
    ///
    /// @throws PullRefused `not_pulled`: no pull left a list there
    public Verified run(Path folder) throws IOException {
        var local = new LocalFolder(folder);
        var files = new PulledFiles(local).read().stream().sorted().toList();
        if (files.isEmpty()) {
            throw new PullRefused("not_pulled", folder + " was not pulled; `gotgan pull ID DIR` makes such a folder");
        }
        var wrong = Collections.synchronizedList(new ArrayList<FileEntry>());
        InFlight.forEachOnThreads(jobs, files, file -> {
            if (!isRight(local, file)) {
                wrong.add(file);
            }
        });
        return new Verified(
                files.size(),
                files.stream().mapToLong(FileEntry::size).sum(),
                ContentHash.of(files),
                wrong.stream().sorted().toList());
    }

    private static boolean isRight(LocalFolder folder, FileEntry file) {
        try {
            return folder.find(file).filter(file.sha256()::equals).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
