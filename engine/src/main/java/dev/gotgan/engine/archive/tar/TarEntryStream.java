package dev.gotgan.engine.archive.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The bytes of one entry.
final class TarEntryStream extends InputStream {
    private final TarBlocks blocks;
    private long left;
    private @Nullable RuntimeException failure;

    TarEntryStream(TarBlocks blocks, long size) {
        this.blocks = blocks;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (failure != null) {
            throw failure;
        }
        if (length == 0 || left == 0) {
            return length == 0 ? 0 : -1;
        }
        try {
            int n = blocks.read(into, offset, (int) Math.min(length, left));
            left -= n;
            return n;
        } catch (RuntimeException refused) {
            failure = refused;
            throw refused;
        }
    }

    /// Reads what nobody read.
    void drain() throws IOException {
        while (left > 0) {
            read(blocks.scratch(), 0, blocks.scratch().length);
        }
    }
}
