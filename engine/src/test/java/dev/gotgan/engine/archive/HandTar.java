package dev.gotgan.engine.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// A tar made by hand, so that every field can lie. Strings are bytes, one a character.
final class HandTar {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static HandTar with(String name, String text) {
        return new HandTar().file(name, text);
    }

    HandTar file(String name, String text) {
        return entry('0', name, text);
    }

    HandTar entry(char type, String name, String text) {
        return header(type, name, octal(text.length())).data(text);
    }

    /// A header whose size field holds the 12 bytes `size`.
    HandTar header(char type, String name, byte[] size) {
        byte[] block = new byte[512];
        byte[] raw = name.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(raw, 0, block, 0, Math.min(raw.length, 100));
        put(block, 100, "0000644\0" + "0000000\0" + "0000000\0");
        System.arraycopy(size, 0, block, 124, 12);
        put(block, 136, "00000000000\0" + "        " + type);
        put(block, 257, "ustar\0" + "00");
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xFF;
        }
        put(block, 148, "%06o\0 ".formatted(sum));
        return raw(block);
    }

    /// Bytes, filled up to whole blocks.
    HandTar data(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return raw(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
    }

    HandTar pax(String... keyAndValues) {
        var records = new StringBuilder();
        for (int i = 0; i < keyAndValues.length; i += 2) {
            records.append(record(keyAndValues[i], keyAndValues[i + 1]));
        }
        return entry('x', "PaxHeaders/x", records.toString());
    }

    static String record(String key, String value) {
        String body = " " + key + "=" + value + "\n";
        int length = body.length() + 1;
        while (String.valueOf(length).length() + body.length() != length) {
            length++;
        }
        return length + body;
    }

    HandTar raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /// With the two zero blocks at its end.
    byte[] bytes() {
        return Arrays.copyOf(out.toByteArray(), out.size() + 1024);
    }

    byte[] withoutEnd() {
        return out.toByteArray();
    }

    byte[] gzipped() {
        return gzip(bytes());
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] octal(long size) {
        return "%011o\0".formatted(size).getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }
}
