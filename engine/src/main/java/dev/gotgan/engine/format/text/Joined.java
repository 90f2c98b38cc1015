package dev.gotgan.engine.format.text;

import java.io.IOException;
import java.io.InputStream;

/// The beginning of a content that was read already, and then the rest of it.
///
/// Closing it closes nothing: the content is its caller's, who wants to read it to the end through a digest. (A
/// `SequenceInputStream` closes its parts as soon as they end.)
public final class Joined extends InputStream {
    private final byte[] first;
    private final int length;
    private final InputStream rest;
    private int at;

    private Joined(byte[] first, int length, InputStream rest) {
        this.first = first;
        this.length = length;
        this.rest = rest;
    }

    /// What `first` holds up to `length`, then `next`, then `rest`.
    ///
    /// @param next a byte that was read to see whether anything follows
    public static InputStream of(byte[] first, int length, int next, InputStream rest) {
        return new Joined(first, length, of(next, rest));
    }

    /// `next`, then `rest`.
    public static InputStream of(int next, InputStream rest) {
        return new Joined(new byte[] {(byte) next}, 1, rest);
    }

    @Override
    public int read() throws IOException {
        return at < length ? first[at++] & 0xFF : rest.read();
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        if (at == length) {
            return rest.read(into, offset, wanted);
        }
        int n = Math.min(wanted, length - at);
        System.arraycopy(first, at, into, offset, n);
        at += n;
        return n;
    }
}
