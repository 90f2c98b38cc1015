package dev.gotgan.e2e.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/// A request or an answer of HTTP/1.1, byte for byte as it came: signatures are over what is in it.
@SuppressWarnings("ArrayRecordComponent") // bytes as they come and go
record Message(String head, byte[] body) {
    private static final String END = "\r\n\r\n";

    static Message of(String headWithoutLength, String body) {
        var bytes = body.getBytes(ISO_8859_1);
        return new Message(headWithoutLength + "Content-Length: " + bytes.length + END, bytes);
    }

    /// The next one; empty at the end of the connection.
    ///
    /// @param bodyless whether it has no body, whatever it says of one: an answer to HEAD
    static Optional<Message> read(InputStream in, boolean bodyless) throws IOException {
        var head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END.length()) {
            int next = in.read();
            if (next < 0) {
                if (head.size() == 0) {
                    return Optional.empty();
                }
                throw new EOFException("the connection ended in a head");
            }
            head.write(next);
            matched = next == END.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        var plain = new Message(head.toString(ISO_8859_1), new byte[0]);
        return Optional.of(bodyless || plain.hasNone() ? plain : new Message(plain.head, plain.body(in)));
    }

    private boolean hasNone() {
        return head.startsWith("HTTP/1.1 204") || head.startsWith("HTTP/1.1 304") || head.startsWith("HTTP/1.1 1");
    }

    private byte[] body(InputStream in) throws IOException {
        if (header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return chunks(in);
        }
        int length = header("content-length").map(Integer::parseInt).orElse(0);
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the connection ended in a body");
        }
        return body;
    }

    /// With their sizes, as they are on the line.
    private static byte[] chunks(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        while (true) {
            var line = line(in);
            all.writeBytes(line.getBytes(ISO_8859_1));
            int size = Integer.parseInt(line.strip().split(";", 2)[0], 16);
            if (size == 0) {
                for (var trailer = line(in); ; trailer = line(in)) {
                    all.writeBytes(trailer.getBytes(ISO_8859_1));
                    if (trailer.isBlank()) {
                        return all.toByteArray();
                    }
                }
            }
            all.writeBytes(in.readNBytes(size + 2));
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.append((char) next);
            if (next == '\n') {
                return line.toString();
            }
        }
        throw new EOFException("the connection ended in a line");
    }

    Optional<String> header(String name) {
        return head.lines()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /// The words of the first line.
    String[] firstLine() {
        return head.substring(0, head.indexOf('\r')).split(" ", 3);
    }

    Message withAWrongByte() {
        var other = body.clone();
        if (other.length > 0) {
            other[other.length / 2] ^= 1;
        }
        return new Message(head, other);
    }

    void writeTo(OutputStream out) throws IOException {
        write(out, body.length);
    }

    void writeHalf(OutputStream out) throws IOException {
        write(out, body.length / 2);
    }

    private void write(OutputStream out, int bodyBytes) throws IOException {
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(ISO_8859_1));
        all.write(body, 0, bodyBytes);
        all.writeTo(out);
        out.flush();
    }
}
