package dev.gotgan.server.web.live;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Bytes that are counted as they come in.
public final class Watched extends FilterInputStream {
    private final UploadProgress progress;
    private long read;

    public Watched(InputStream bytes, UploadProgress progress) {
        super(bytes);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        int n = in.read(into, offset, wanted);
        if (n > 0) {
            read += n;
            progress.received(n);
        }
        return n;
    }

    /// What was read came to nothing.
    public void takeBack() {
        progress.received(-read);
        read = 0;
    }
}
