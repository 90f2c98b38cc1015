package dev.gotgan.server.upload.spool;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A request's body as it comes in, held to its [Limits] while it does.
final class CountedBody extends FilterInputStream {
    private static final long CHECKED_EVERY = 64L << 20;

    private final Limits limits;
    private long received;
    private long nextCheck = CHECKED_EVERY;

    CountedBody(InputStream body, Limits limits) {
        super(body);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        int n = in.read(into, offset, wanted);
        received += Math.max(n, 0);
        limits.count(received);
        if (received >= nextCheck) {
            nextCheck += CHECKED_EVERY;
            limits.stillRoom();
        }
        return n;
    }
}
