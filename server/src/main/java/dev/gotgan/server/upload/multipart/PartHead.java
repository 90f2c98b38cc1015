package dev.gotgan.server.upload.multipart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a part says of itself.
///
/// @param name     of the form's field
/// @param filename as it was sent, slashes and all; null for a part that is no file
public record PartHead(String name, @Nullable String filename) {
    private static final String DISPOSITION = "content-disposition:";

    /// From the header lines of a part, which are UTF-8.
    static PartHead parse(byte[] lines) {
        var said = utf8(lines)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION))
                .toList();
        if (said.size() != 1) {
            throw new MultipartInvalid("a part has " + said.size() + " headers Content-Disposition, not one");
        }
        return disposition(said.getFirst().substring(DISPOSITION.length()));
    }

    private static PartHead disposition(String value) {
        var parameters = new Parameters(value).read();
        var name = parameters.get("name");
        if (name == null) {
            throw new MultipartInvalid("a part has no name");
        }
        var extended = parameters.get("filename*");
        return new PartHead(name, extended != null ? extended(extended) : parameters.get("filename"));
    }

    /// `UTF-8''na%C3%AFve.txt`: RFC 7578 advises against it, older Python sends it.
    private static String extended(String value) {
        var parts = value.split("'", 3);
        if (parts.length < 3 || !parts[0].equalsIgnoreCase("utf-8")) {
            throw new MultipartInvalid("filename* is UTF-8''… here");
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < parts[2].length(); i++) {
            char c = parts[2].charAt(i);
            if (c == '%' && i + 2 < parts[2].length()) {
                bytes.write(hex(parts[2].substring(i + 1, i + 3)));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int hex(String digits) {
        try {
            return Integer.parseUnsignedInt(digits, 16);
        } catch (NumberFormatException e) {
            throw new MultipartInvalid("%" + digits + " in filename* is no byte");
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MultipartInvalid("a part's name is not UTF-8");
        }
    }

    /// `form-data; name="a"; filename="b/c.jpg"`, read from left to right.
    private static final class Parameters {
        private final String text;
        private int at;

        Parameters(String text) {
            this.text = text;
        }

        Map<String, String> read() {
            var found = new HashMap<String, String>();
            skipTo(';');
            while (at < text.length()) {
                at++;
                int equals = text.indexOf('=', at);
                if (equals < 0) {
                    break;
                }
                var name = text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
                at = equals + 1;
                if (found.put(name, value()) != null) {
                    throw new MultipartInvalid("a part has two of " + name);
                }
                skipTo(';');
            }
            return found;
        }

        private String value() {
            if (at == text.length() || text.charAt(at) != '"') {
                int from = at;
                skipTo(';');
                return text.substring(from, at).strip();
            }
            at++;
            var value = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '"') {
                value.append(character());
            }
            if (at == text.length()) {
                throw new MultipartInvalid("a quotation mark of a part's name is never closed");
            }
            at++;
            return value.toString();
        }

        /* Browsers write %22, %0D and %0A for the three characters that can't stand there, and nothing else: any other
        percent sign is one. Old curl writes a backslash before a quotation mark. */
        private char character() {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length() && text.charAt(at) == '"') {
                return text.charAt(at++);
            }
            if (c != '%') {
                return c;
            }
            char meant = text.startsWith("22", at)
                    ? '"'
                    : text.regionMatches(true, at, "0D", 0, 2)
                            ? '\r'
                            : text.regionMatches(true, at, "0A", 0, 2) ? '\n' : 0;
            at += meant == 0 ? 0 : 2;
            return meant == 0 ? c : meant;
        }

        private void skipTo(char wanted) {
            int found = text.indexOf(wanted, at);
            at = found < 0 ? text.length() : found;
        }
    }
}
