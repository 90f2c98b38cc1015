package dev.gotgan.engine.pull;

import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// What a folder holds since the last pull came to its end; nothing while one is under way.
record PulledFrom(String dataset, long generation, Sha256 contentHash) {
    private static final String NAME = "pulled";

    static Optional<PulledFrom> find(LocalFolder folder) throws IOException {
        try {
            var lines = Files.readAllLines(folder.ours(NAME));
            return Optional.of(new PulledFrom(lines.get(0), Long.parseLong(lines.get(1)), Sha256.parse(lines.get(2))));
        } catch (NoSuchFileException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // none, or not a whole one: then the server has to be asked
        }
    }

    void write(LocalFolder folder) throws IOException {
        var next = folder.ours(NAME + ".new");
        Files.write(next, List.of(dataset, Long.toString(generation), contentHash.hex()));
        Files.move(next, folder.ours(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    static void forget(LocalFolder folder) throws IOException {
        Files.deleteIfExists(folder.ours(NAME));
    }
}
