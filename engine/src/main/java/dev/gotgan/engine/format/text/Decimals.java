package dev.gotgan.engine.format.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Decimal numbers as every trainer reads them: `[+-] digits [. digits] [e [+-] digits]` in ASCII.
///
/// Java's own parser also takes `0.5f`, `0x1p-1` and full-width digits, Python's takes `0_1`; a label with such a
/// number means different things to different programs, so it is none here.
public final class Decimals {
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT = 1L << 53;
    /// More digits than that say nothing more, and are slow to read.
    private static final int MAX_LENGTH = 400;

    private Decimals() {}

    /// The number in `bytes[from, to)`; NaN if it is none. Too large is infinite.
    public static double parse(byte[] bytes, int from, int to) {
        int i = from;
        boolean negative = i < to && bytes[i] == '-';
        if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        boolean point = false;
        for (; i < to; i++) {
            int c = bytes[i];
            if (c >= '0' && c <= '9') {
                mantissa = mantissa < EXACT ? mantissa * 10 + (c - '0') : Long.MAX_VALUE;
                digits++;
                scale += point ? 1 : 0;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0 || to - from > MAX_LENGTH) {
            return Double.NaN;
        }
        if (i < to) {
            return isExponent(bytes, i, to) ? slow(bytes, from, to) : Double.NaN;
        }
        if (mantissa > EXACT || scale >= TENS.length) {
            return slow(bytes, from, to);
        }
        // both are exact doubles, so the quotient is the nearest one (Clinger 1990)
        double value = mantissa / TENS[scale];
        return negative ? -value : value;
    }

    public static double parse(String text) {
        var bytes = text.strip().getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /// Whether `bytes[from, to)` writes NaN or infinity as some program prints them.
    public static boolean isNotFinite(byte[] bytes, int from, int to) {
        int i = from;
        if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        int first = i < to ? bytes[i] | 0x20 : 0;
        return to - i >= 3
                && to - i <= 8
                && (first == 'n' || first == 'i')
                && new String(bytes, i, 3, StandardCharsets.US_ASCII)
                        .toLowerCase(Locale.ROOT)
                        .matches("nan|inf");
    }

    private static boolean isExponent(byte[] bytes, int from, int to) {
        int i = from;
        if ((bytes[i] | 0x20) != 'e') {
            return false;
        }
        i++;
        if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        if (i == to) {
            return false;
        }
        for (; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static double slow(byte[] bytes, int from, int to) {
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }
}
