package dev.gotgan.engine.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One socket, one request at a time.
final class Connection {
    /// A request up to here, its head included, is one write: one packet's worth of system calls for a small file.
    private static final int ONE_WRITE = 1 << 16;
    /// After so long in the pool the other side may have hung up, so it is asked first.
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

    private static final int LINE = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Connections pool;
    private final byte[] buffer = new byte[1 << 14];
    private int at;
    private int end;
    private volatile long deadline;
    private long patience;
    private long releasedAt;

    Connection(Socket socket, Connections pool) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.pool = pool;
    }

    /// Sends one request and reads the head of its answer; the answer's body gives the connection back.
    Answer exchange(Request request) throws IOException {
        patience = request.within().toNanos();
        try {
            send(request);
        } catch (WireException.NotAnnounced | RuntimeException e) {
            cut();
            throw e;
        } catch (IOException e) {
            return early(request, e);
        }
        try {
            return answer(request, true);
        } catch (IOException e) {
            cut();
            throw new WireException.Lost(request.target(), e);
        }
    }

    /// Sending failed: perhaps since the other side has refused already and hung up.
    private Answer early(Request request, IOException failure) throws WireException {
        try {
            return answer(request, false);
        } catch (IOException e) {
            cut();
            throw new WireException.Broken(request.target(), failure);
        }
    }

    private void send(Request request) throws IOException {
        var head = request.head();
        if (!request.carries()) {
            out.write(head);
        } else if (head.length + request.body().length() < ONE_WRITE) {
            out.write(request.body().behind(head));
        } else {
            out.write(head);
            request.body().writeTo(out);
        }
        out.flush();
    }

    private Answer answer(Request request, boolean whole) throws IOException {
        int status = status();
        var headers = headers();
        while (status >= 100 && status < 200) {
            status = status();
            headers = headers();
        }
        boolean keep = whole && !"close".equalsIgnoreCase(headers.get("connection"));
        var body = new BodyStream(this, extent(request, status, headers), keep);
        return new Answer(status, headers, body);
    }

    private int status() throws IOException {
        var line = line();
        if (!line.startsWith("HTTP/1.1 ") || line.length() < 12) {
            throw new IOException("no HTTP/1.1 answer: " + line.substring(0, Math.min(80, line.length())));
        }
        try {
            return Integer.parseInt(line.substring(9, 12));
        } catch (NumberFormatException e) {
            throw new IOException("no status: " + line, e);
        }
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        int size = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            size += line.length();
            int colon = line.indexOf(':');
            if (colon <= 0 || size > LINE) {
                throw new IOException("no header: " + line.substring(0, Math.min(80, line.length())));
            }
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, two) -> one + ", " + two);
        }
        return headers;
    }

    private static long extent(Request request, int status, Map<String, String> headers) throws IOException {
        if (request.method().equals("HEAD") || status == 204 || status == 304) {
            return 0;
        }
        var coding = headers.get("transfer-encoding");
        if (coding != null) {
            if (!coding.equalsIgnoreCase("chunked")) {
                throw new IOException("a transfer coding that nobody asked for: " + coding);
            }
            return BodyStream.CHUNKED;
        }
        var length = headers.get("content-length");
        try {
            return length == null ? BodyStream.TO_THE_END : Long.parseUnsignedLong(length);
        } catch (NumberFormatException e) {
            throw new IOException("no length: " + length, e);
        }
    }

    /// The next line without its end; a bare line feed ends one too.
    String line() throws IOException {
        var before = "";
        while (true) {
            for (int i = at; i < end; i++) {
                if (buffer[i] == '\n') {
                    var line = before.concat(new String(buffer, at, i - at, ISO_8859_1));
                    at = i + 1;
                    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
                }
            }
            before = before.concat(new String(buffer, at, end - at, ISO_8859_1));
            at = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0 || before.length() > LINE) {
                throw new EOFException("the connection ended in the middle of an answer's head");
            }
        }
    }

    /// Bytes of an answer's body. Each read gives the other side the request's time anew.
    int read(byte[] into, int offset, int count) throws IOException {
        deadline = System.nanoTime() + patience;
        if (at < end) {
            int n = Math.min(count, end - at);
            System.arraycopy(buffer, at, into, offset, n);
            at += n;
            return n;
        }
        return in.read(into, offset, count);
    }

    /// Whether the other side has not hung up meanwhile.
    boolean alive() {
        if (at < end) {
            return false;
        }
        if (System.nanoTime() - releasedAt < FRESH_NANOS) {
            return true;
        }
        try {
            int usual = socket.getSoTimeout();
            socket.setSoTimeout(1);
            try {
                return in.read() == Integer.MIN_VALUE; // an end, or an answer to no question
            } catch (SocketTimeoutException silent) {
                socket.setSoTimeout(usual);
                return true;
            }
        } catch (IOException e) {
            return false;
        }
    }

    /// Ready for the next request.
    void release() {
        releasedAt = System.nanoTime();
        pool.release(this);
    }

    /// @param when as [System#nanoTime] counts
    void cutAt(long when) {
        deadline = when;
    }

    boolean isOver(long now) {
        return now - deadline > 0;
    }

    boolean isIdleSince(long then) {
        return releasedAt - then < 0;
    }

    /// Never to be used again; whoever reads or writes on it is woken by an exception.
    void cut() {
        pool.forget(this);
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more, whatever close says
        }
    }
}
