package dev.gotgan.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Percent-encoding as signatures need it: every byte but the unreserved ones of RFC 3986, in capitals.
final class Encoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Encoding() {}

    /// A name or value of a query.
    static String part(String text) {
        return encode(text, '\0');
    }

    /// A path, whose slashes stay.
    static String path(String text) {
        return encode(text, '/');
    }

    private static String encode(String text, char kept) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain), kept)) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length() + 64).append(text, 0, plain);
        for (byte b : text.substring(plain).getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            if (isPlain(c, kept)) {
                out.append(c);
            } else {
                out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c, char kept) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~'
                || (c == kept && kept != '\0');
    }
}
