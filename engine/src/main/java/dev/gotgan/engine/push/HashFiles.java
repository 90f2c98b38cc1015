package dev.gotgan.engine.push;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.hash.FileHash;
import dev.gotgan.engine.content.hash.Md5;
import dev.gotgan.engine.store.InFlight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Hashes what a folder holds, but for what its cache knows.
public final class HashFiles {
    private static final int ATTEMPTS = 3;
    /// Up to here the server looks for an etag that is the md5. Of larger ones it asks the store one by one.
    private static final long MOST_FOR_MD5 = 64 << 20;

    private final StatCache cache;
    private final InstantSource clock;
    private final int jobs;

    public HashFiles(StatCache cache, InstantSource clock, int jobs) {
        this.cache = cache;
        this.clock = clock;
        this.jobs = jobs;
    }

    /// A file and what it holds.
    ///
    /// @param md5 null for a large one
    public record Hashed(FileEntry entry, @Nullable Md5 md5, Path file) {}

    /// One for each file of `listing`, in path order.
    ///
    /// @param progress told the bytes of each file, by several threads
    /// @throws IOException a file can't be read, or is being written all the time
    public List<Hashed> of(WalkTree.Listing listing, LongConsumer progress) throws IOException {
        var files = listing.files();
        var hashed = new Hashed[files.size()];
        try {
            var places = IntStream.range(0, hashed.length).boxed().toList();
            InFlight.forEachOnThreads(jobs, places, place -> {
                var file = files.get(place);
                hashed[place] = hash(file);
                progress.accept(file.size());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return List.of(hashed);
    }

    private Hashed hash(WalkTree.LocalFile file) {
        try {
            var before = file.stat();
            for (int i = 0; i < ATTEMPTS; i++) {
                var begun = clock.instant();
                var known = cache.find(file.path(), before);
                if (known.isPresent()) {
                    return hashed(file, before, known.get());
                }
                var content = content(file.file(), before.size());
                var after = FileStat.of(file.file());
                if (after.equals(before)) {
                    cache.note(file.path(), before, content, begun);
                    return hashed(file, before, content);
                }
                before = after;
            }
            throw new IOException(file.file() + " is being written; push again when it is done");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StatCache.Content content(Path file, long size) throws IOException {
        if (size > MOST_FOR_MD5) {
            return new StatCache.Content(FileHash.of(file), null);
        }
        var both = FileHash.both(file);
        return new StatCache.Content(both.sha256(), both.md5());
    }

    private static Hashed hashed(WalkTree.LocalFile file, FileStat stat, StatCache.Content content) {
        return new Hashed(new FileEntry(file.path(), content.sha256(), stat.size()), content.md5(), file.file());
    }
}
