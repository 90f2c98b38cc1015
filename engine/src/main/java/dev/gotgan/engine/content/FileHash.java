package dev.gotgan.engine.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Hashes files on this machine, as fast as one thread can.
///
/// The buffer is no larger than the file: for many small files, clearing a big one costs more than hashing.
public final class FileHash {
    private static final int BUFFER = 1 << 17;

    private FileHash() {}

    public static Sha256 of(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var digest = Sha256.newDigest();
            var buffer = ByteBuffer.allocate((int) Math.min(channel.size() + 1, BUFFER));
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            return Sha256.of(digest.digest());
        }
    }
}
