package dev.gotgan.engine.format.coco.json;

import java.nio.charset.StandardCharsets;

/// Moves over the plainest part of JSON where it lies: signs, names and numbers in ASCII. Every method answers whether
/// what it is asked for comes next, behind white space; once one has answered no, only [#atEnd] means anything.
final class PlainJson {
    /// In so many characters stand at most 15 digits and a point, or digits only: the quotient of two doubles that are
    /// exact, which is the nearest double (see [dev.gotgan.engine.format.label.JsonNumber]), or a long.
    private static final int EXACT = 16;
    /// So many characters always fit into a long.
    private static final int LONG = 18;
    /// No longer number overflows; nobody writes one.
    private static final int LONGEST = 64;

    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private byte[] bytes = {};
    private int begin;
    private int end;
    private int at;
    private int lines;
    private int from;
    private int to;
    private int point;
    private long digits;
    private boolean negative;

    /// Goes to where `feed` is.
    void look(JsonFeed feed) {
        bytes = feed.window();
        begin = feed.at();
        at = begin;
        end = feed.limit();
        lines = 0;
    }

    int at() {
        return at;
    }

    /// How many lines ended up to here.
    int lines() {
        return lines;
    }

    /// Whether the bytes ended before an answer could be given.
    boolean atEnd() {
        return at >= end;
    }

    boolean take(char sign) {
        if (at < end && bytes[at] <= ' ') {
            skipBlanks();
        }
        if (at >= end || bytes[at] != sign) {
            return false;
        }
        at++;
        return true;
    }

    /// A line ends at LF, CR LF or CR.
    private void skipBlanks() {
        for (; at < end; at++) {
            byte c = bytes[at];
            if (c == '\r' || (c == '\n' && (at == begin || bytes[at - 1] != '\r'))) {
                lines++;
            } else if (c != ' ' && c != '\t' && c != '\n') {
                return;
            }
        }
    }

    /// A text of small letters and `_`.
    boolean name() {
        if (!take('"')) {
            return false;
        }
        from = at;
        while (at < end && (bytes[at] == '_' || (bytes[at] >= 'a' && bytes[at] <= 'z'))) {
            at++;
        }
        to = at;
        return at < end && bytes[at++] == '"';
    }

    /// Whether the name that was read last is this one.
    boolean isNamed(String wanted) {
        if (to - from != wanted.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] != wanted.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    /// A number without point and exponent, which is sure to fit into a long: [#whole].
    boolean takeWhole() {
        return takeDigits() && point == to && to - from <= LONG;
    }

    /// The whole number that was read last.
    long whole() {
        return negative ? -digits : digits;
    }

    /// A number without an exponent: [#number].
    boolean takeNumber() {
        return takeDigits() && to - from <= LONGEST;
    }

    /// The number that was read last. It is finite.
    double number() {
        if (to - from > EXACT) {
            return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        }
        double value = digits / TENS[Math.max(0, to - point - 1)];
        return negative ? -value : value;
    }

    private boolean takeDigits() {
        if (at < end && bytes[at] <= ' ') {
            skipBlanks();
        }
        from = at;
        negative = at < end && bytes[at] == '-';
        int i = negative ? at + 1 : at;
        int first = i;
        long sum = 0;
        for (; i < end && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            sum = sum * 10 + (bytes[i] - '0');
        }
        point = i;
        if (i < end && bytes[i] == '.') {
            for (i++; i < end && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
                sum = sum * 10 + (bytes[i] - '0');
            }
        }
        digits = sum;
        to = i;
        at = i;
        boolean leadingZero = point - first > 1 && bytes[first] == '0';
        return point > first && !leadingZero && to != point + 1 && at < end && endsNumber(bytes[at]);
    }

    private static boolean endsNumber(byte next) {
        return next == ',' || next == ']' || next == '}' || next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }
}
