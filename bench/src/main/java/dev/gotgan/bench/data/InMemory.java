package dev.gotgan.bench.data;

import dev.gotgan.engine.image.Ranges;

/// A file that was read already.
public final class InMemory implements Ranges {
    private final byte[] bytes;

    public InMemory(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long at, byte[] into, int offset, int length) {
        int n = (int) Math.min(length, bytes.length - at);
        if (n <= 0) {
            return -1;
        }
        System.arraycopy(bytes, (int) at, into, offset, n);
        return n;
    }
}
