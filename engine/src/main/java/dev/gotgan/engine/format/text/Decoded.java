package dev.gotgan.engine.format.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/// A text and whether it was what it should be: UTF-8, with or without a byte order mark.
///
/// Windows tools in Korea write CP949, so that is tried second; Latin-1, which never fails, last.
public record Decoded(String text, boolean utf8) {
    private static final Charset CP949 = Charset.forName("x-windows-949");

    public static Decoded of(byte[] bytes, int length) {
        if (length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return of(bytes, 3, length);
        }
        if (length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new Decoded(new String(bytes, 2, length - 2, UTF_16LE), false);
        }
        if (length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new Decoded(new String(bytes, 2, length - 2, UTF_16BE), false);
        }
        return of(bytes, 0, length);
    }

    private static Decoded of(byte[] bytes, int from, int to) {
        try {
            return new Decoded(strict(UTF_8, bytes, from, to), true);
        } catch (CharacterCodingException e) {
            return new Decoded(otherwise(bytes, from, to), false);
        }
    }

    private static String otherwise(byte[] bytes, int from, int to) {
        try {
            return strict(CP949, bytes, from, to);
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, ISO_8859_1);
        }
    }

    private static String strict(Charset charset, byte[] bytes, int from, int to) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, to - from))
                .toString();
    }
}
