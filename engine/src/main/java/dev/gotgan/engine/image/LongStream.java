package dev.gotgan.engine.image;

import java.io.IOException;
import java.io.InputStream;

/// A stream longer than what is kept of it: its first bytes can be read again, the rest only forwards.
final class LongStream implements Ranges {
    private final byte[] first;
    private final int kept;
    private final InputStream rest;
    private final byte[] discard = new byte[1 << 16];
    private long position;
    private boolean ended;
    private int previous;
    private int beforeZeros;

    /// @param first what was read of `rest` so far: its first `kept` bytes
    LongStream(byte[] first, int kept, InputStream rest) {
        this.first = first;
        this.kept = kept;
        this.rest = rest;
        this.position = kept;
        follow(first, 0, kept);
    }

    @Override
    public long size() throws IOException {
        while (!ended) {
            next(discard, 0, discard.length);
        }
        return position;
    }

    @Override
    public int read(long at, byte[] into, int offset, int length) throws IOException {
        if (at < kept) {
            int n = (int) Math.min(length, kept - at);
            System.arraycopy(first, (int) at, into, offset, n);
            return n;
        }
        while (position < at && !ended) {
            next(discard, 0, (int) Math.min(discard.length, at - position));
        }
        if (position > at) {
            throw new IOException("a stream is not read backwards");
        }
        return next(into, offset, length);
    }

    @Override
    public int beforeZeros() throws IOException {
        size();
        return beforeZeros;
    }

    private int next(byte[] into, int offset, int length) throws IOException {
        int n = ended ? -1 : rest.read(into, offset, length);
        if (n < 0) {
            ended = true;
            return -1;
        }
        follow(into, offset, n);
        position += n;
        return n;
    }

    private void follow(byte[] bytes, int offset, int length) {
        int last = offset + length - 1;
        while (last >= offset && bytes[last] == 0) {
            last--;
        }
        if (last >= offset) {
            int before = last > offset ? bytes[last - 1] & 0xFF : previous;
            beforeZeros = before << 8 | (bytes[last] & 0xFF);
        }
        if (length > 0) {
            previous = bytes[offset + length - 1] & 0xFF;
        }
    }
}
