package dev.gotgan.server.web.problem;

/// Text that came from outside, made harmless to show: what is invisible, reorders its neighbours or is no
/// character at all becomes `\\uXXXX`, and a thousand characters are enough.
final class Shown {
    private static final int LONGEST = 1000;

    private Shown() {}

    static String text(String raw) {
        var shown = new StringBuilder();
        raw.codePoints().limit(LONGEST).forEach(c -> {
            if (visible(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("\\u%04x".formatted(c));
            }
        });
        return shown.toString();
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
