package dev.gotgan.engine.pull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers a pull from the folder alone, where no server can be asked: what the last pull brought is hashed again.
public final class CachedPull {
    private final int jobs;

    /// How many files are hashed at a time is `jobs`.
    public CachedPull(int jobs) {
        this.jobs = jobs;
    }

    /// The receipt, if all of `dataset` is there as the last pull left it.
    ///
    /// @param generation the one that is wanted; null: the last that was known
    public Optional<PullReceipt> find(String dataset, @Nullable Long generation, Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        var folder = new LocalFolder(target);
        var from = PulledFrom.find(folder)
                .filter(last -> last.dataset().equals(dataset))
                .filter(last -> generation == null || last.generation() == generation);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        var found = new VerifyFolder(jobs).run(target);
        if (!found.wrong().isEmpty() || !found.contentHash().equals(from.get().contentHash())) {
            return Optional.empty();
        }
        long bytes = found.bytes();
        long others = folder.count() - found.files();
        return Optional.of(new PullReceipt(
                dataset,
                from.get().generation(),
                found.contentHash(),
                found.files(),
                bytes,
                0,
                0,
                found.files(),
                0,
                others));
    }
}
