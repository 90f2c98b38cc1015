package dev.gotgan.engine.archive;

import dev.gotgan.engine.archive.open.OpenArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/// Archives given as bytes, read as if they had been received.
public final class Spooled {
    static final ArchiveLimits LIMITS = ArchiveLimits.upTo(1L << 30);

    private static final Scratch SCRATCH = new Scratch();

    private Spooled() {}

    /// One file for all: thousands of damaged archives are written, and making a file costs more than reading it.
    private static final class Scratch {
        private final Path path;
        private final FileChannel channel;

        Scratch() {
            try {
                path = Files.createTempFile("archive", ".spool");
                channel = FileChannel.open(path, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            path.toFile().deleteOnExit();
        }

        void write(byte[] bytes) throws IOException {
            channel.write(ByteBuffer.wrap(bytes), 0);
            channel.truncate(bytes.length);
        }
    }

    public interface Use<T> {
        T of(Archive archive) throws IOException;
    }

    /// What `use` makes of the archive.
    public static synchronized <T> T open(byte[] bytes, ArchiveLimits limits, Use<T> use) {
        try {
            SCRATCH.write(bytes);
            try (var archive = OpenArchive.of(SCRATCH.path, limits)) {
                return use.of(archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T open(byte[] bytes, Use<T> use) {
        return open(bytes, LIMITS, use);
    }

    /// All files by their paths.
    static Map<String, String> files(byte[] bytes) {
        return open(bytes, Spooled::files);
    }

    static Map<String, String> files(Archive archive) throws IOException {
        var files = new TreeMap<String, String>();
        archive.read((entry, in) -> files.put(entry.path().value(), text(in)));
        return files;
    }

    static ArchiveSurvey survey(byte[] bytes) {
        return open(bytes, archive -> archive.read((entry, in) -> {}));
    }

    /// The code of the refusal, or `accepted`.
    static String verdict(byte[] bytes) {
        return verdict(bytes, LIMITS);
    }

    static String verdict(byte[] bytes, ArchiveLimits limits) {
        try {
            open(bytes, limits, archive -> archive.read((entry, in) -> {}));
            return "accepted";
        } catch (ArchiveRefused refused) {
            return refused.code();
        }
    }

    static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
