package dev.gotgan.engine.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// The body of an answer, as far as it goes: by its length, in chunks, or to the end of the connection.
final class BodyStream extends InputStream {
    static final long CHUNKED = -1;
    static final long TO_THE_END = -2;
    /// What is left of a body is read away up to here to keep the connection; more is not worth it.
    private static final int WORTH_READING = 1 << 16;

    private final Connection connection;
    private final boolean chunked;
    private final boolean reusable;
    private long left;
    private boolean ended;

    /// @param extent    the length, or how it is told
    /// @param reusable whether the connection may serve another request afterwards
    BodyStream(Connection connection, long extent, boolean reusable) throws IOException {
        this.connection = connection;
        this.chunked = extent == CHUNKED;
        this.reusable = reusable && extent != TO_THE_END;
        this.left = extent == TO_THE_END ? Long.MAX_VALUE : chunked ? 0 : extent;
        if (left == 0 && !chunked) {
            end();
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int n = connection.read(into, offset, (int) Math.min(count, left));
        if (n < 0) {
            if (left > Long.MAX_VALUE / 2) {
                end();
                return -1;
            }
            throw new EOFException("the connection broke " + left + " bytes before the body's end");
        }
        left -= n;
        if (left == 0 && !chunked) {
            end();
        }
        return n;
    }

    private void nextChunk() throws IOException {
        var line = connection.line();
        if (line.isEmpty()) { // the end of the chunk before
            line = connection.line();
        }
        int semicolon = line.indexOf(';');
        try {
            left = Long.parseLong((semicolon < 0 ? line : line.substring(0, semicolon)).strip(), 16);
        } catch (NumberFormatException e) {
            throw new IOException("no length of a chunk: " + line, e);
        }
        if (left == 0) {
            while (!connection.line().isEmpty()) {
                // trailers tell nothing that is asked for
            }
            end();
        }
    }

    private void end() throws IOException {
        ended = true;
        if (reusable) {
            connection.release();
        } else {
            connection.cut();
        }
    }

    @Override
    public void close() throws IOException {
        if (!ended && left <= WORTH_READING && !chunked) {
            try {
                skipNBytes(left);
            } catch (IOException e) {
                connection.cut();
            }
        }
        if (!ended) {
            ended = true;
            connection.cut();
        }
    }
}
