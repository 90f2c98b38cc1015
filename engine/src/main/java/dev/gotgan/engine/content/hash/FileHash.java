package dev.gotgan.engine.content.hash;

import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hashes files on this machine, as fast as one thread can.
public final class FileHash {
    private static final int BUFFER = 1 << 17;
    private static final Optional<LinuxFile> LINUX = LinuxFile.find();

    private FileHash() {}

    /// On a thread of its own by the system's calls. A virtual thread would hold its carrier while the disk
    /// is waited for; there the JDK's channel makes way for others.
    public static Sha256 of(Path file) throws IOException {
        if (LINUX.isPresent() && !Thread.currentThread().isVirtual()) {
            var hash = LINUX.get().hash(file);
            if (hash.isPresent()) {
                return hash.get();
            }
        }
        return byChannel(file, null);
    }

    /// Two hashes of one content.
    public record Both(Sha256 sha256, Md5 md5) {}

    /// Both of one reading, as [#of].
    public static Both both(Path file) throws IOException {
        var md5 = Md5.newDigest();
        if (LINUX.isPresent() && !Thread.currentThread().isVirtual()) {
            var hash = LINUX.get().hash(file, md5);
            if (hash.isPresent()) {
                return new Both(hash.get(), Md5.of(md5.digest()));
            }
            md5.reset();
        }
        var hash = byChannel(file, md5);
        return new Both(hash, Md5.of(md5.digest()));
    }

    /// The buffer is no larger than the file: for many small files, clearing a big one costs more than hashing.
    private static Sha256 byChannel(Path file, @Nullable MessageDigest besides) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var digest = Sha256.newDigest();
            var buffer = ByteBuffer.allocate((int) Math.min(channel.size() + 1, BUFFER));
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.array(), 0, buffer.position());
                if (besides != null) {
                    besides.update(buffer.array(), 0, buffer.position());
                }
                buffer.clear();
            }
            return Sha256.of(digest.digest());
        }
    }
}
