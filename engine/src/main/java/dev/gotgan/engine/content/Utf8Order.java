package dev.gotgan.engine.content;

import java.util.Comparator;

/// The order of strings by their UTF-8 bytes: what `LC_ALL=C sort`, S3 listings and PostgreSQL's `COLLATE "C"`
/// use.
///
/// UTF-8 sorts as code points do; UTF-16 (`String.compareTo`) puts surrogates (emoji) before U+E000–U+FFFF.
public final class Utf8Order {
    public static final Comparator<String> COMPARATOR = Utf8Order::compare;

    private Utf8Order() {}

    public static int compare(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean xs = Character.isSurrogate(x);
                boolean ys = Character.isSurrogate(y);
                return xs == ys ? Character.compare(x, y) : xs ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /// How many bytes of UTF-8 the characters from `start` to before `end` take; a lone surrogate counts as
    /// three.
    public static int length(String text, int start, int end) {
        int bytes = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }
}
