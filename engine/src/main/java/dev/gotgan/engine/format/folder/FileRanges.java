package dev.gotgan.engine.format.folder;

import dev.gotgan.engine.image.Ranges;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A local file read where it is asked for.
final class FileRanges implements Ranges, AutoCloseable {
    private final FileChannel channel;
    private final long size;

    /// @param size as it was listed: a file that changes while it is read gets some verdict, that is all
    FileRanges(Path file, long size) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long at, byte[] into, int offset, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(into, offset, length), at);
    }

    /// Reads up to `length` bytes from `at`, and answers how many there are.
    int fill(byte[] into, long at, int length) throws IOException {
        int have = 0;
        for (int n; have < length && (n = read(at + have, into, have, length - have)) > 0; ) {
            have += n;
        }
        return have;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
