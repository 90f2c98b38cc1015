package dev.gotgan.bench.bucket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request of HTTP/1.1 and its body, which is `Content-Length` bytes and nothing else.
@SuppressWarnings("ArrayRecordComponent") // bytes as they came
record Exchange(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {
    private static final byte[] NONE = new byte[0];
    private static final int LONGEST_HEAD = 1 << 16;

    /// The next one; empty at the end of the connection.
    static Optional<Exchange> read(InputStream in, OutputStream out) throws IOException {
        var head = new byte[1024];
        int length = 0;
        for (int matched = 0; matched < 4; ) {
            int next = in.read();
            if (next < 0) {
                if (length == 0) {
                    return Optional.empty();
                }
                throw new EOFException("the connection ended in a head");
            }
            if (length == head.length) {
                head = java.util.Arrays.copyOf(head, Math.min(LONGEST_HEAD, 2 * length));
            }
            head[length++] = (byte) next;
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        var lines = new String(head, 0, length, ISO_8859_1).strip().split("\r\n", -1);
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
        return Optional.of(of(lines[0].split(" ", -1), headers, in));
    }

    private static Exchange of(String[] line, Map<String, String> headers, InputStream in) throws IOException {
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (headers.containsKey("transfer-encoding")) {
            throw new IOException("a body without a length");
        }
        var body = length == 0 ? NONE : in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the connection ended in a body");
        }
        int mark = line[1].indexOf('?');
        var path = mark < 0 ? line[1] : line[1].substring(0, mark);
        var query = new TreeMap<String, String>();
        if (mark >= 0) {
            for (var part : line[1].substring(mark + 1).split("&", -1)) {
                int equals = part.indexOf('=');
                query.put(
                        decoded(equals < 0 ? part : part.substring(0, equals)),
                        equals < 0 ? "" : decoded(part.substring(equals + 1)));
            }
        }
        return new Exchange(line[0], decoded(path), query, headers, body);
    }

    static String decoded(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0
                ? text
                : URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
