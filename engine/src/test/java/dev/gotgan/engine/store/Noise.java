package dev.gotgan.engine.store;

import java.io.InputStream;

/// `length` bytes that follow no short pattern, the same every time.
final class Noise extends InputStream {
    private final long length;
    private long position;

    Noise(long length) {
        this.length = length;
    }

    @Override
    public int read() {
        return position == length ? -1 : at(position++);
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        if (position == length) {
            return count == 0 ? 0 : -1;
        }
        int n = (int) Math.min(count, length - position);
        for (int i = 0; i < n; i++) {
            target[offset + i] = (byte) at(position++);
        }
        return n;
    }

    private static int at(long position) {
        return (int) ((position * 0x9E3779B97F4A7C15L) >>> 56);
    }
}
