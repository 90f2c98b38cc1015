package dev.gotgan.cli.push;

import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Progress;
import dev.gotgan.engine.content.ContentHash;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.push.Glance;
import dev.gotgan.engine.push.HashFiles;
import dev.gotgan.engine.push.HashFiles.Hashed;
import dev.gotgan.engine.push.StatCache;
import dev.gotgan.engine.push.StatCache.Whole;
import dev.gotgan.engine.push.WalkTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What a folder holds, of which the last push has left notes: a file that was not touched since is not read, and where
/// nothing was touched not one is asked about.
final class KnownFolder {
    private final Glance glance;
    private final Sha256 look;
    private final Path notes;

    private KnownFolder(Glance glance, Path notes) {
        this.glance = glance;
        this.look = glance.fingerprint();
        this.notes = notes;
    }

    /// All files, in path order, and as one.
    record Held(List<Hashed> files, Whole whole) {}

    static KnownFolder look(Path folder, Output output) throws IOException {
        var glance = WalkTree.look(folder);
        if (glance.files() == 0) {
            throw new IOException(folder + " has no files to send");
        }
        if (!glance.links().isEmpty()) {
            output.err()
                    .printf(
                            "%d links are not followed and not sent, as %s%n",
                            glance.links().size(), glance.links().getFirst());
        }
        var name = Sha256.hash(folder.toRealPath().toString().getBytes(StandardCharsets.UTF_8));
        return new KnownFolder(
                glance, Interrupted.caches(System.getenv()).resolve("stat").resolve(name.hex()));
    }

    /// What it holds, if it looks as it did when that was last known.
    Optional<Whole> remembered() throws IOException {
        return StatCache.readWhole(notes).filter(whole -> whole.look().equals(look));
    }

    Held read(int jobs) throws IOException {
        var listing = glance.listing();
        var cache = StatCache.read(notes);
        try (var progress = new Progress("hashing", listing.bytes())) {
            var files = new HashFiles(cache, InstantSource.system(), jobs).of(listing, progress::add);
            var content = ContentHash.of(() -> files.stream().map(Hashed::entry).iterator());
            var whole = new Whole(look, content, files.size());
            cache.write(notes, listing, whole);
            return new Held(files, whole);
        }
    }
}
