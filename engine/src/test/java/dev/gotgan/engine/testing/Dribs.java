package dev.gotgan.engine.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// A stream that never gives more than seven bytes at once.
public final class Dribs extends InputStream {
    private final ByteArrayInputStream content;

    public Dribs(byte[] content) {
        this.content = new ByteArrayInputStream(content);
    }

    @Override
    public int read() {
        return content.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        return content.read(into, offset, Math.min(7, length));
    }
}
