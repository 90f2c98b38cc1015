package dev.gotgan.engine.format.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The lines of a text as bytes, one after the other in one buffer: no line becomes an object.
///
/// A line ends at LF, CR LF or CR; a byte order mark is passed over. A line longer than [#MAX_LINE] is cut there, and
/// [#cut] says so.
public final class LineFeed {
    public static final int MAX_LINE = 1 << 20;

    private final InputStream rest;
    private byte[] chunk;
    private int at;
    private int limit;
    private byte[] line = new byte[256];
    private int length;
    private int number;
    private boolean afterCarriage;
    private boolean cut;

    /// Lines of what `first` holds up to `length`, and then of `rest`.
    public LineFeed(byte[] first, int length, InputStream rest) {
        this.chunk = first;
        this.limit = length;
        this.rest = rest;
        if (length >= 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF) {
            at = 3;
        }
    }

    /// Lines of what `all` holds up to `length`.
    public LineFeed(byte[] all, int length) {
        this(all, length, InputStream.nullInputStream());
    }

    /// Moves to the next line; false behind the last.
    public boolean next() throws IOException {
        length = 0;
        cut = false;
        while (at < limit || fill()) {
            if (afterCarriage && chunk[at] == '\n') {
                at++;
                afterCarriage = false;
                continue;
            }
            afterCarriage = false;
            int end = endIn(chunk, at, limit);
            keep(at, end);
            at = end;
            if (end < limit) {
                afterCarriage = chunk[end] == '\r';
                at++;
                number++;
                return true;
            }
        }
        boolean last = length > 0;
        number += last ? 1 : 0;
        return last;
    }

    /// The buffer that holds the line from 0 to [#length]; another line overwrites it.
    public byte[] line() {
        return line;
    }

    public int length() {
        return length;
    }

    /// 1-based.
    public int number() {
        return number;
    }

    /// Whether the line was longer than it may be.
    public boolean cut() {
        return cut;
    }

    /// The line as text, for messages and lists; what is not UTF-8 becomes U+FFFD.
    public String text() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    private boolean fill() throws IOException {
        if (chunk.length < 1 << 13) {
            chunk = new byte[1 << 13];
        }
        at = 0;
        limit = Math.max(0, rest.read(chunk, 0, chunk.length));
        return limit > 0;
    }

    private static int endIn(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                return i;
            }
        }
        return to;
    }

    private void keep(int from, int to) {
        int n = Math.min(to - from, MAX_LINE - length);
        cut |= n < to - from;
        if (length + n > line.length) {
            line = Arrays.copyOf(line, Math.max(length + n, Math.min(MAX_LINE, line.length * 2)));
        }
        System.arraycopy(chunk, from, line, length, n);
        length += n;
    }
}
