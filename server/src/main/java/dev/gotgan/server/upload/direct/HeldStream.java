package dev.gotgan.server.upload.direct;

import dev.gotgan.engine.commit.WriteSessions.Hold;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes a hold right before the last of `size` bytes is handed on: what is done with the whole happens under it, and a
/// slow sender holds nothing.
final class HeldStream extends FilterInputStream {
    private final Supplier<Hold> session;
    private long left;
    private @Nullable Hold hold;

    HeldStream(InputStream bytes, long size, Supplier<Hold> session) {
        super(bytes);
        this.session = session;
        this.left = size;
        takeAtTheEnd();
    }

    private void takeAtTheEnd() {
        if (left <= 0 && hold == null) {
            hold = session.get();
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = in.read(into, offset, length);
        left -= Math.max(n, 0);
        takeAtTheEnd();
        return n;
    }

    /// After the write is done, or has failed.
    void release() {
        if (hold != null) {
            hold.close();
        }
    }
}
