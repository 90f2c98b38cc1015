package dev.gotgan.engine.upload.survey;

import dev.gotgan.engine.image.Ranges;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;

/// An object read where it is asked for: reading on is free, going elsewhere is another request.
final class StoreRanges implements Ranges, AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final ObjectStore store;
    private final Key key;
    private final long size;
    private final byte[] block = new byte[BLOCK];
    private long blockAt;
    private int blockLength;
    private InputStream open = InputStream.nullInputStream();
    private long openAt = -1;

    StoreRanges(ObjectStore store, Key key, long size) {
        this.store = store;
        this.key = key;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long at, byte[] into, int offset, int length) throws IOException {
        if (at >= size) {
            return -1;
        }
        if (at < blockAt || at >= blockAt + blockLength) {
            fill(at);
        }
        int from = (int) (at - blockAt);
        int n = Math.min(length, blockLength - from);
        System.arraycopy(block, from, into, offset, n);
        return n;
    }

    private void fill(long at) throws IOException {
        if (at != openAt) {
            open.close();
            open = store.read(key, at, null);
        }
        blockAt = at;
        blockLength = open.readNBytes(block, 0, BLOCK);
        openAt = at + blockLength;
        if (blockLength == 0) {
            throw new IOException(key + " ends at " + at + ", not at " + size);
        }
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
