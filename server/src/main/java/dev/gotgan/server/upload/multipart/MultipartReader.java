package dev.gotgan.server.upload.multipart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// The parts of a body one after the other, in constant memory: [#findNext] goes to a part, [#body] reads it.
///
/* Our own and not commons-fileupload, whose streaming version is a milestone that buffers a part's name the way
servlets like it, without its slashes. The delimiter is found by Horspool's algorithm: it is long, so most bytes of a
picture are never looked at. */
public final class MultipartReader {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_HEAD = 1 << 14;
    private static final int LONGEST_BOUNDARY = 70;

    private final InputStream in;
    private final byte[] delimiter;
    private final int[] skip = new int[256];
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int limit;
    /// Where in the buffer the next delimiter is; -1 while none was seen.
    private int found = -1;

    private boolean over;

    /// @param boundary as the header `Content-Type` has it
    public MultipartReader(InputStream in, String boundary) {
        if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new MultipartInvalid("a boundary has 1 to 70 characters");
        }
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
        Arrays.fill(skip, delimiter.length);
        for (int i = 0; i < delimiter.length - 1; i++) {
            skip[delimiter[i] & 0xff] = delimiter.length - 1 - i;
        }
        buffer[0] = '\r'; // the first delimiter has no line before it; now it looks like the others
        buffer[1] = '\n';
        limit = 2;
    }

    /// Skips what is left of the present part (or what stands before the first) and reads the next one's head.
    public Optional<PartHead> findNext() throws IOException {
        if (over) {
            return Optional.empty();
        }
        var rest = body();
        while (rest.skip(Long.MAX_VALUE) > 0) {
            // to the delimiter
        }
        at += delimiter.length;
        found = -1;
        if (read() == '-') {
            expect('-');
            over = true;
            return Optional.empty();
        }
        at--;
        return Optional.of(PartHead.parse(head()));
    }

    /// The bytes of the present part.
    public InputStream body() {
        return new Body();
    }

    /// The rest of the delimiter's line, and lines up to an empty one.
    private byte[] head() throws IOException {
        for (int c = read(); c != '\r'; c = read()) {
            if (c != ' ' && c != '\t') {
                throw new MultipartInvalid("a boundary is followed by '" + (char) c + "'");
            }
        }
        expect('\n');
        var head = new byte[LONGEST_HEAD];
        int length = 0;
        while (!ended(head, length)) {
            if (length == head.length) {
                throw new MultipartInvalid("the headers of a part are longer than " + LONGEST_HEAD + " bytes");
            }
            head[length++] = (byte) read();
        }
        return Arrays.copyOf(head, length);
    }

    private static boolean ended(byte[] head, int length) {
        boolean line = length >= 2 && head[length - 2] == '\r' && head[length - 1] == '\n';
        return line && (length == 2 || (length >= 4 && head[length - 4] == '\r' && head[length - 3] == '\n'));
    }

    private int read() throws IOException {
        if (at == limit) {
            fill();
        }
        return buffer[at++] & 0xff;
    }

    private void expect(char wanted) throws IOException {
        int c = read();
        if (c != wanted) {
            throw new MultipartInvalid("a line of a part ends in '" + (char) c + "'");
        }
    }

    /// Moves what is unread to the front and reads more behind it.
    private void fill() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        limit -= at;
        at = 0;
        int n = in.read(buffer, limit, buffer.length - limit);
        if (n < 0) {
            throw new MultipartTruncated();
        }
        limit += n;
    }

    /// How many bytes from [#at] surely belong to the part; 0 when the delimiter is next.
    private int available() throws IOException {
        while (true) {
            if (found >= 0) {
                return found - at;
            }
            found = search();
            if (found >= 0) {
                return found - at;
            }
            int sure = limit - at - (delimiter.length - 1);
            if (sure > 0) {
                return sure;
            }
            fill();
        }
    }

    private int search() {
        int last = delimiter.length - 1;
        int i = at;
        while (i + last < limit) {
            int c = buffer[i + last];
            if (c == delimiter[last] && Arrays.equals(buffer, i, i + last, delimiter, 0, last)) {
                return i;
            }
            i += skip[c & 0xff];
        }
        return -1;
    }

    private final class Body extends InputStream {
        @Override
        public int read() throws IOException {
            return available() == 0 ? -1 : buffer[at++] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            if (wanted == 0) {
                return 0;
            }
            int n = Math.min(wanted, available());
            if (n == 0) {
                return -1;
            }
            System.arraycopy(buffer, at, into, offset, n);
            at += n;
            return n;
        }

        @Override
        public long skip(long wanted) throws IOException {
            int n = (int) Math.min(wanted, MultipartReader.this.available());
            at += n;
            return n;
        }

        @Override
        public int available() throws IOException {
            return MultipartReader.this.available();
        }
    }
}
