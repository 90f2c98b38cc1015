package dev.gotgan.engine.archive.tar;

import dev.gotgan.engine.archive.SpoolFile;
import dev.gotgan.engine.archive.Window;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// A range of a file as a stream.
final class SpoolStream extends InputStream {
    private static final int BUFFER = 1 << 17;

    private final Window window;
    private final long end;
    private long position;

    SpoolStream(SpoolFile file, long start, long length) {
        this.window = new Window(file, Math.clamp(length, 1, BUFFER));
        this.position = start;
        this.end = start + length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0 || position == end) {
            return length == 0 ? 0 : -1;
        }
        int from = window.at(position, 1);
        int n = (int) Math.min(Math.min(length, end - position), window.ready(position));
        System.arraycopy(window.bytes(), from, into, offset, n);
        position += n;
        return n;
    }
}
