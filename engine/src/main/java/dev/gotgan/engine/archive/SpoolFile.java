package dev.gotgan.engine.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file that an archive was received into; read at any place by any number of threads.
public final class SpoolFile implements Closeable {
    private final FileChannel channel;
    private final long length;

    public SpoolFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        length = channel.size();
    }

    /// In bytes, when it was opened.
    public long length() {
        return length;
    }

    /// Reads up to `most` bytes at `position` into `bytes` from `offset` on; fewer only at the end of the file.
    ///
    /// @return how many bytes were read
    public int read(long position, byte[] bytes, int offset, int most) throws IOException {
        var into = ByteBuffer.wrap(bytes, offset, (int) Math.min(most, Math.max(0, length - position)));
        while (into.hasRemaining()) {
            if (channel.read(into, position + into.position() - offset) < 0) {
                break;
            }
        }
        return into.position() - offset;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
