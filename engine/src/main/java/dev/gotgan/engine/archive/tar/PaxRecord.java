package dev.gotgan.engine.archive.tar;

import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.ArchiveRefused;
import java.nio.charset.StandardCharsets;

/// One `length key=value\n` of an extended header; the length counts all of it.
///
/// @param value its bytes, one a character
/// @param end   the index behind it
record PaxRecord(String key, String value, int end) {
    private static final int MOST_DIGITS = 8;

    static PaxRecord parse(byte[] data, int at) {
        int i = at;
        int length = 0;
        while (i < data.length && i - at < MOST_DIGITS && data[i] >= '0' && data[i] <= '9') {
            length = length * 10 + data[i++] - '0';
        }
        int end = at + length;
        if (i == at
                || i >= data.length
                || data[i] != ' '
                || end > data.length
                || end <= i + 1
                || data[end - 1] != '\n') {
            throw damaged();
        }
        int equals = i + 1;
        while (equals < end - 1 && data[equals] != '=') {
            equals++;
        }
        if (equals == end - 1) {
            throw damaged();
        }
        String key = new String(data, i + 1, equals - i - 1, StandardCharsets.UTF_8);
        return new PaxRecord(key, new String(data, equals + 1, end - equals - 2, StandardCharsets.ISO_8859_1), end);
    }

    /// The value as a decimal number; what fits no long is told as the largest long.
    long number() {
        if (value.isEmpty() || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw damaged();
        }
        return value.length() > 18 ? Long.MAX_VALUE : Long.parseLong(value);
    }

    private static ArchiveRefused damaged() {
        return ArchiveRefusal.ARCHIVE_CORRUPT.because("an extended header is damaged");
    }
}
