package dev.gotgan.engine.content;

/// A path that no dataset may hold.
public final class PathRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SHOWN = 200;

    private final String path;
    private final PathRefusal refusal;

    public PathRefused(String path, PathRefusal refusal, String why) {
        super(why);
        this.path = path;
        this.refusal = refusal;
    }

    /// `raw`, which may hold anything, fit for a log line or a message: control and other unprintable
    /// characters as
    /// `<U+000D>`, at most 200 characters.
    public static String shown(String raw) {
        var shown = new StringBuilder();
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (shown.length() >= LONGEST_SHOWN) {
                return shown.append('…').toString();
            }
            if (isPrintable(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("<U+%04X>".formatted(c));
            }
        }
        return shown.toString();
    }

    /// The path as it was given; may hold anything, so show [#shown()] instead.
    public String path() {
        return path;
    }

    /// The path fit to be shown.
    public String shown() {
        return shown(path);
    }

    public PathRefusal refusal() {
        return refusal;
    }

    public String code() {
        return refusal.code();
    }

    /// One sentence without the path: what is wrong and what to do.
    public String why() {
        return String.valueOf(getMessage());
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
