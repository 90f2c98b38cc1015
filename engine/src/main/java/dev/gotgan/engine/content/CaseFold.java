package dev.gotgan.engine.content;

import java.text.Normalizer;
import java.util.Locale;

/// Full case folding: two names that a case-blind disk could take for one fold to the same text.
public final class CaseFold {
    /* The JDK has no full folding. Lower, upper and lower again is Unicode's C + F mappings (ß, ẞ and SS all end as
    ss) but for the dotless ı, whose capital is the ordinary I though the two are different letters to every file
    system; and for the end sigma, which String.toLowerCase chooses by context, so each code point is mapped
    alone. */

    private CaseFold() {}

    public static String of(String text) {
        int i = 0;
        while (i < text.length() && isFolded(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        var folded = new StringBuilder(text.length() + 4).append(text, 0, i);
        boolean ascii = true;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            ascii &= c < 0x80;
            append(c, folded);
        }
        return ascii ? folded.toString() : Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static void append(int c, StringBuilder to) {
        if (c < 0x80) {
            to.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
        } else if (c == 0x131 || isFolded((char) Math.min(c, 0xFFFF))) {
            to.appendCodePoint(c);
        } else {
            String upper = Character.toString(c).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
            upper.codePoints().map(Character::toLowerCase).forEach(to::appendCodePoint);
        }
    }

    /// Quick and on the safe side: small ASCII, digits, signs, CJK and Hangul.
    private static boolean isFolded(char c) {
        return c < 0x80 ? c < 'A' || c > 'Z' : (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
    }
}
