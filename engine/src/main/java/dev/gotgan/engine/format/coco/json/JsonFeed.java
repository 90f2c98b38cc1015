package dev.gotgan.engine.format.coco.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.JsonParser;

/// The bytes of one JSON content, read by a parser as from any stream. Between two tokens somebody else may take some
/// of them first ([#takeBack], [#pass]), and the parser reads on behind those as if they had never been there; only
/// the lines of the content are then no longer the parser's to count.
final class JsonFeed extends InputStream {
    private static final int CHUNK = 1 << 16;

    private final InputStream rest;
    private final byte[] window;
    private int at;
    private int limit;
    private int linesPassed;

    /// What `first` holds up to `length`, and then `rest`. The array is written to from here on.
    JsonFeed(byte[] first, int length, InputStream rest) {
        this.window = first;
        this.limit = length;
        this.rest = rest;
    }

    /// Where the next bytes are, from [#at] up to [#limit].
    byte[] window() {
        return window;
    }

    int at() {
        return at;
    }

    int limit() {
        return limit;
    }

    /// How many lines ended in what was passed.
    int linesPassed() {
        return linesPassed;
    }

    /// Takes back what the parser holds and has not looked at: of what it read last, which is still in the window.
    ///
    /// @return false if it is a parser that gives nothing back
    boolean takeBack(JsonParser json) {
        int unread = json.releaseBuffered(OutputStream.nullOutputStream());
        at -= Math.max(unread, 0);
        return unread >= 0;
    }

    /// Moves on to `place` in the window: the parser will see nothing of what is before it.
    void pass(int place, int lines) {
        at = place;
        linesPassed += lines;
    }

    /// Moves the next bytes to the beginning of the window and reads more behind them; false where no more fit, or
    /// the content ends. Those that were there become twice as many, so that it is cheap to look at them anew.
    boolean more() throws IOException {
        limit -= at;
        System.arraycopy(window, at, window, 0, limit);
        at = 0;
        int n = rest.read(window, limit, Math.min(Math.max(CHUNK, limit), window.length - limit));
        limit += Math.max(n, 0);
        return n > 0;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        if (at == limit && !more()) {
            return -1;
        }
        int n = Math.min(wanted, limit - at);
        System.arraycopy(window, at, into, offset, n);
        at += n;
        return n;
    }
}
