package dev.gotgan.engine.image;

import java.io.IOException;

/// One content whose bytes can be read anywhere: a file, an array, an object in a store.
public interface Ranges {
    /// Bytes in all.
    long size() throws IOException;

    /// Reads up to `length` bytes from position `at` into `into` from `offset`.
    ///
    /// @return how many, at least 1; -1 at or behind the end
    int read(long at, byte[] into, int offset, int length) throws IOException;

    /// The last two bytes before the zeros that some cameras pad the end with, as a 16-bit number; 0 where there are
    /// none. Read backwards, in small steps at first: most contents end without a zero.
    default int beforeZeros() throws IOException {
        long end = size();
        for (int step = 64; end > 0; step = 1 << 16) {
            long from = Math.max(0, end - step);
            var block = block(from, (int) (end - from));
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] != 0) {
                    return byteBefore(from, block, i) << 8 | (block[i] & 0xFF);
                }
            }
            end = from;
        }
        return 0;
    }

    private int byteBefore(long from, byte[] block, int i) throws IOException {
        if (i > 0) {
            return block[i - 1] & 0xFF;
        }
        return from == 0 ? 0 : block(from - 1, 1)[0] & 0xFF;
    }

    private byte[] block(long from, int length) throws IOException {
        var block = new byte[length];
        int have = 0;
        for (int n; have < length && (n = read(from + have, block, have, length - have)) > 0; ) {
            have += n;
        }
        return block;
    }
}
