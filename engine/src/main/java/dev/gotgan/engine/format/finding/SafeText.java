package dev.gotgan.engine.format.finding;

/// Text from a stranger's file made fit for a database and a terminal: NUL, other controls, bidirectional overrides
/// and lone surrogates become U+FFFD.
public final class SafeText {
    private SafeText() {}

    public static String of(String text) {
        return isSafe(text) ? text : replaced(text);
    }

    public static boolean isSafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSafe(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSafe(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x7F) {
            return c >= ' ';
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return !Character.isISOControl(c)
                && (c < 0x202A || c > 0x202E)
                && (c < 0x2066 || c > 0x2069)
                && c != 0xFEFF
                && c < 0xFFFE;
    }

    private static String replaced(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(isSafe(text, i) ? c : '\uFFFD');
        }
        return out.toString();
    }
}
