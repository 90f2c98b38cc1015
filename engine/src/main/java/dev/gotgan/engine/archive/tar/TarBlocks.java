package dev.gotgan.engine.archive.tar;

import dev.gotgan.engine.archive.ArchiveRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The stream of a tar, in blocks and in data between them.
final class TarBlocks {
    private final InputStream in;
    private final byte[] block = new byte[TarHeader.BLOCK];
    private final byte[] scratch = new byte[1 << 16];
    private long position;

    TarBlocks(InputStream in) {
        this.in = in;
    }

    /// How many bytes of the stream were read.
    long position() {
        return position;
    }

    byte[] scratch() {
        return scratch;
    }

    /// The next block, valid until the next call; empty at the end of the stream.
    Optional<byte[]> find() throws IOException {
        int n = in.readNBytes(block, 0, block.length);
        position += n;
        if (n == 0) {
            return Optional.empty();
        }
        if (n < block.length) {
            throw truncated();
        }
        return Optional.of(block);
    }

    /// The data behind `header`, which is short, and passes what fills up its last block.
    byte[] take(TarHeader header) throws IOException {
        byte[] data = in.readNBytes((int) header.size());
        position += data.length;
        if (data.length < header.size()) {
            throw truncated();
        }
        skip(TarHeader.padding(header.size()));
        return data;
    }

    /// Reads up to `most` bytes of data; -1 never comes.
    int read(byte[] into, int offset, int most) throws IOException {
        int n = in.read(into, offset, most);
        if (n < 0) {
            throw truncated();
        }
        position += n;
        return n;
    }

    void skip(long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            left -= read(scratch, 0, (int) Math.min(left, scratch.length));
        }
    }

    /// Reads the rest of the stream, which may only be zeros.
    void expectZeros() throws IOException {
        for (int n = in.read(scratch); n >= 0; n = in.read(scratch)) {
            position += n;
            for (int i = 0; i < n; i++) {
                if (scratch[i] != 0) {
                    throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because("bytes follow the end of the tar");
                }
            }
        }
    }

    private static RuntimeException truncated() {
        return ArchiveRefusal.ARCHIVE_TRUNCATED.because("the tar ends in the middle; send it again");
    }
}
