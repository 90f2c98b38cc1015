package dev.gotgan.engine.image;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/// The bytes of one image as the walks read them: a position that moves, numbers in both byte orders.
///
/// Reading throws [EOFException] where the content ends first. Behind the first [#KEPT] bytes there is no way back,
/// whatever the content comes from, so that a file and a stream of it never get two verdicts.
final class Feed {
    /// Contents up to this length are kept whole while they stream; a longer one without its end is not trusted.
    static final int KEPT = 16 << 20;

    static final int WINDOW = 8192;

    private final Ranges bytes;
    private final byte[] window;
    private int at;
    private int limit;
    private long base;

    /// @param window is read into: one array does for many contents, one after the other
    Feed(Ranges bytes, byte[] window) {
        this.bytes = bytes;
        this.window = window;
    }

    /// All of a content, in the first `length` bytes of `all`.
    Feed(byte[] all, int length) {
        this.bytes = new Whole(all, length);
        this.window = all;
        this.limit = length;
    }

    long position() {
        return base + at;
    }

    /// Bytes in all; where that is only known at the end, everything is read to find out.
    long size() throws IOException {
        return bytes.size();
    }

    /// Whether the end can be looked at before all was read.
    boolean endIsNear() {
        return !(bytes instanceof LongStream);
    }

    /// The last two bytes before the zeros that the content ends with, as a 16-bit number.
    int beforeZeros() throws IOException {
        return bytes.beforeZeros();
    }

    /// The whole content; only for one that is no longer than [#KEPT].
    byte[] all() throws IOException {
        if (bytes instanceof Whole whole) {
            return Arrays.copyOf(whole.all, whole.length);
        }
        var all = new byte[(int) bytes.size()];
        int have = 0;
        for (int n; have < all.length && (n = bytes.read(have, all, have, all.length - have)) > 0; ) {
            have += n;
        }
        return Arrays.copyOf(all, have);
    }

    void seek(long position) throws IOException {
        if (position < position() && position() >= KEPT) {
            throw new EOFException("only forwards from here");
        }
        if (position >= base && position <= base + limit) {
            at = (int) (position - base);
        } else {
            base = position;
            at = 0;
            limit = 0;
        }
    }

    /// Moves to `position` if all before it is there.
    void reach(long position) throws IOException {
        if (position > position()) {
            seek(position - 1);
            u8();
        } else {
            seek(position);
        }
    }

    void skip(long n) throws IOException {
        seek(position() + n);
    }

    boolean atEnd() throws IOException {
        return at == limit && !fill();
    }

    int u8() throws IOException {
        if (at == limit && !fill()) {
            throw new EOFException();
        }
        return window[at++] & 0xFF;
    }

    int u16() throws IOException {
        return u8() << 8 | u8();
    }

    int u16le() throws IOException {
        return u8() | u8() << 8;
    }

    int u24le() throws IOException {
        return u16le() | u8() << 16;
    }

    int i32() throws IOException {
        return u16() << 16 | u16();
    }

    long u32() throws IOException {
        return i32() & 0xFFFF_FFFFL;
    }

    int i32le() throws IOException {
        return u16le() | u16le() << 16;
    }

    long u32le() throws IOException {
        return i32le() & 0xFFFF_FFFFL;
    }

    /// Moves behind the next byte that is `wanted`.
    void skipBehind(int wanted) throws IOException {
        while (true) {
            for (int i = at; i < limit; i++) {
                if (window[i] == (byte) wanted) {
                    at = i + 1;
                    return;
                }
            }
            at = limit;
            if (!fill()) {
                throw new EOFException();
            }
        }
    }

    /// Reads on to the end: cameras and disks pad with zeros, and nothing else may follow an image.
    boolean restIsZeros() throws IOException {
        while (!atEnd()) {
            if (window[at++] != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        if (bytes instanceof Whole) {
            return false;
        }
        long position = base + at;
        int n = bytes.read(position, window, 0, window.length);
        base = position;
        at = 0;
        limit = Math.max(n, 0);
        return n > 0;
    }

    private static final class Whole implements Ranges {
        private final byte[] all;
        private final int length;

        Whole(byte[] all, int length) {
            this.all = all;
            this.length = length;
        }

        @Override
        public long size() {
            return length;
        }

        @Override
        public int read(long position, byte[] into, int offset, int wanted) {
            if (position >= length) {
                return -1;
            }
            int n = (int) Math.min(wanted, length - position);
            System.arraycopy(all, (int) position, into, offset, n);
            return n;
        }
    }
}
