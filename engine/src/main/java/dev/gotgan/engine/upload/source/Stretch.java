package dev.gotgan.engine.upload.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The next `left` bytes of a stream, and no more.
final class Stretch extends FilterInputStream {
    private long left;

    Stretch(InputStream bytes, long left) {
        super(bytes);
        this.left = left;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int n = in.read(into, offset, (int) Math.min(wanted, left));
        left -= Math.max(n, 0);
        return n;
    }
}
