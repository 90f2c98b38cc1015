package dev.gotgan.engine.image;

import java.io.IOException;

/// The end of a content, read backwards over the zeros that some cameras pad it with.
final class LastBytes {
    private static final int STEP = 64;
    private static final int STEP_IN_ZEROS = 1 << 16;

    private LastBytes() {}

    /// The last two bytes before the zeros at the end, as a 16-bit number; 0 where there are none.
    static int beforeZeros(Ranges bytes) throws IOException {
        long end = bytes.size();
        for (int step = STEP; end > 0; step = STEP_IN_ZEROS) {
            long from = Math.max(0, end - step);
            var block = read(bytes, from, (int) (end - from));
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] != 0) {
                    return byteBefore(bytes, from, block, i) << 8 | (block[i] & 0xFF);
                }
            }
            end = from;
        }
        return 0;
    }

    private static int byteBefore(Ranges bytes, long from, byte[] block, int i) throws IOException {
        if (i > 0) {
            return block[i - 1] & 0xFF;
        }
        return from == 0 ? 0 : read(bytes, from - 1, 1)[0] & 0xFF;
    }

    private static byte[] read(Ranges bytes, long from, int length) throws IOException {
        var block = new byte[length];
        int have = 0;
        for (int n; have < length && (n = bytes.read(from + have, block, have, length - have)) > 0; ) {
            have += n;
        }
        return block;
    }
}
