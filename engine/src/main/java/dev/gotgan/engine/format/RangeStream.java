package dev.gotgan.engine.format;

import dev.gotgan.engine.image.Ranges;
import java.io.IOException;
import java.io.InputStream;

/// Ranges read from the first byte to the last.
public final class RangeStream extends InputStream {
    private final Ranges bytes;
    private long at;

    public RangeStream(Ranges bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int n = bytes.read(at, into, offset, length);
        at += Math.max(n, 0);
        return n;
    }
}
