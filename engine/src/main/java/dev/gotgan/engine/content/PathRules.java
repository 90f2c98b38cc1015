package dev.gotgan.engine.content;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// The one place that says which paths are refused (`spec/layout.md`, "Paths").
final class PathRules {
    static final int SEGMENT_BYTES = 255;
    static final int DEPTH = 100;
    /// S3 and R2 keys end at 1,024 bytes, of which `datasets/{id}/` takes up to 110.
    static final int KEY_BYTES = 1024 - 110;

    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:([/\\\\].*)?$", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:/.*", Pattern.DOTALL);
    private static final Pattern PERCENT = Pattern.compile("%(25)*(2e|2f|5c|c0|c1)", Pattern.CASE_INSENSITIVE);

    private PathRules() {}

    static void check(String path) {
        if (path.isEmpty()) {
            throw refuse(path, PathRefusal.PATH_AMBIGUOUS, "the name is empty");
        }
        if (path.startsWith("/")
                || path.startsWith("\\\\")
                || DRIVE.matcher(path).matches()) {
            throw refuse(path, PathRefusal.PATH_ABSOLUTE, "the path is absolute; use one relative to the dataset");
        }
        checkCharacters(path);
        checkSegments(path);
        checkLookalikes(path);
    }

    private static void checkCharacters(String path) {
        for (int i = 0; i < path.length(); ) {
            int c = path.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isISOControl(c) || isInvisible(c)) {
                throw refuse(path, PathRefusal.PATH_CONTROL_CHAR, "U+%04X is not allowed in a name".formatted(c));
            }
            if (isNoncharacter(c)) {
                throw refuse(path, PathRefusal.PATH_ENCODING, "U+%04X is no character".formatted(c));
            }
        }
    }

    private static void checkSegments(String path) {
        var segments = path.split("/", -1);
        for (String segment : path.split("[/\\\\]", -1)) {
            if (segment.strip().equals("..")) {
                throw refuse(path, PathRefusal.PATH_TRAVERSAL, "'..' leaves the dataset");
            }
        }
        for (String segment : segments) {
            if (segment.isEmpty() || segment.strip().equals(".")) {
                throw refuse(path, PathRefusal.PATH_AMBIGUOUS, "a segment is empty or '.'");
            }
            if (segment.getBytes(StandardCharsets.UTF_8).length > SEGMENT_BYTES) {
                throw refuse(
                        path, PathRefusal.PATH_TOO_LONG, "a name is longer than %d bytes".formatted(SEGMENT_BYTES));
            }
        }
        if (segments.length > DEPTH) {
            throw refuse(path, PathRefusal.PATH_TOO_DEEP, "more than %d folders deep".formatted(DEPTH));
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > KEY_BYTES) {
            throw refuse(path, PathRefusal.PATH_TOO_LONG, "the path is longer than %d bytes".formatted(KEY_BYTES));
        }
    }

    /// What a careless consumer could decode or fold into a dot or a slash.
    private static void checkLookalikes(String path) {
        if (path.indexOf('\\') >= 0) {
            throw refuse(path, PathRefusal.PATH_AMBIGUOUS, "a backslash is a folder on Windows; use '/'");
        }
        if (URL.matcher(path).matches()) {
            throw refuse(path, PathRefusal.PATH_AMBIGUOUS, "this is a URL, not a path");
        }
        if (PERCENT.matcher(path).find()) {
            throw refuse(path, PathRefusal.PATH_AMBIGUOUS, "a percent-encoded dot or slash");
        }
        String folded = Normalizer.normalize(path, Normalizer.Form.NFKC);
        if (count(folded, '/') != count(path, '/') || dotSegment(folded)) {
            throw refuse(path, PathRefusal.PATH_AMBIGUOUS, "a character folds to a dot or a slash");
        }
    }

    private static boolean dotSegment(String path) {
        for (String segment : path.split("/", -1)) {
            if (segment.strip().equals(".") || segment.strip().equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /// Bidirectional controls, zero-width characters other than ZWJ (emoji need it), and the byte order mark.
    private static boolean isInvisible(int c) {
        return c == 0x200B
                || c == 0x200C
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || c == 0xFEFF
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0x2028
                || c == 0x2029
                || c == 0x180E;
    }

    private static boolean isNoncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0xD800 && c <= 0xDFFF);
    }

    private static PathRefused refuse(String path, PathRefusal refusal, String why) {
        return new PathRefused(path, refusal, why);
    }
}
