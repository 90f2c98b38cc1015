package dev.gotgan.engine.content;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// The one place that says which paths are refused (`spec/layout.md`, "Paths").
///
/// The order of the checks decides which reason a path with several faults gets: where it would lead first
/// (absolute, out of the dataset), then what it is made of.
final class PathRules {
    static final int SEGMENT_BYTES = 255;
    static final int DEPTH = 100;
    /// S3 and R2 keys end at 1,024 bytes, of which `datasets/{id}/` takes up to 110.
    static final int KEY_BYTES = 1024 - 110;

    private static final Pattern URL = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:/.*", Pattern.DOTALL);
    private static final Pattern PERCENT = Pattern.compile("%(25)*(2e|2f|5c|c0|c1)", Pattern.CASE_INSENSITIVE);

    private PathRules() {}

    /// Whether all of `path` is ASCII.
    ///
    /// @throws PathRefused with the first fault of `path`
    static boolean check(String path) {
        if (path.isEmpty()) {
            throw refuse(path, PathRefusal.PATH_AMBIGUOUS, "the name is empty");
        }
        if (path.charAt(0) == '/' || path.charAt(0) == '\\' || startsWithDrive(path)) {
            throw refuse(path, PathRefusal.PATH_ABSOLUTE, "the path is absolute; use one relative to the dataset");
        }
        boolean ascii = checkCharacters(path);
        checkWayOut(path);
        checkSegments(path);
        checkLookalikes(path, ascii ? path : folded(path));
        return ascii;
    }

    private static boolean startsWithDrive(String path) {
        return path.length() > 1
                && path.charAt(1) == ':'
                && Character.isLetter(path.charAt(0))
                && path.charAt(0) < 0x80;
    }

    /// Whether all of them are ASCII.
    private static boolean checkCharacters(String path) {
        boolean ascii = true;
        for (int i = 0; i < path.length(); ) {
            int c = path.codePointAt(i);
            i += Character.charCount(c);
            ascii &= c < 0x80;
            if (Character.isISOControl(c) || isInvisible(c)) {
                throw refuse(path, PathRefusal.PATH_CONTROL_CHAR, "U+%04X is not allowed in a name".formatted(c));
            }
            if (isNoncharacter(c)) {
                throw refuse(path, PathRefusal.PATH_ENCODING, "U+%04X is no character".formatted(c));
            }
        }
        return ascii;
    }

    private static void checkWayOut(String path) {
        if (!path.contains("..")) {
            return;
        }
        for (String segment : path.split("[/\\\\]", -1)) {
            if (segment.strip().equals("..")) {
                throw refuse(path, PathRefusal.PATH_TRAVERSAL, "'..' leaves the dataset");
            }
        }
    }

    private static void checkSegments(String path) {
        int depth = 0;
        int total = 0;
        for (int start = 0; start <= path.length(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            checkSegment(path, start, end);
            int bytes = Utf8Order.length(path, start, end);
            if (bytes > SEGMENT_BYTES) {
                throw refuse(
                        path, PathRefusal.PATH_TOO_LONG, "a name is longer than %d bytes".formatted(SEGMENT_BYTES));
            }
            depth++;
            total += bytes + 1;
            start = end + 1;
        }
        if (depth > DEPTH) {
            throw refuse(path, PathRefusal.PATH_TOO_DEEP, "more than %d folders deep".formatted(DEPTH));
        }
        if (total - 1 > KEY_BYTES) {
            throw refuse(path, PathRefusal.PATH_TOO_LONG, "the path is longer than %d bytes".formatted(KEY_BYTES));
        }
    }

    private static void checkSegment(String path, int start, int end) {
        if (start == end) {
            throw refuse(path, PathRefusal.PATH_AMBIGUOUS, "a segment is empty: '//' or a slash at the end");
        }
        if (end - start <= 3 && path.substring(start, end).strip().equals(".")) {
            throw refuse(
                    path,
                    PathRefusal.PATH_AMBIGUOUS,
                    "a segment is '.'; leave it out (tar: pack '.' or '*', not './a ./b')");
        }
    }

    /// What a careless consumer could decode or fold into a dot or a slash.
    private static void checkLookalikes(String path, String folded) {
        if (path.indexOf('\\') >= 0) {
            throw refuse(
                    path,
                    PathRefusal.PATH_AMBIGUOUS,
                    "a backslash, which only Windows takes for a folder; pack it with 7-Zip, or with Explorer of Windows 10");
        }
        if (path.indexOf(':') >= 0 && URL.matcher(path).matches()) {
            throw refuse(path, PathRefusal.PATH_AMBIGUOUS, "this is a URL, not a path");
        }
        if (folded.indexOf('%') >= 0 && PERCENT.matcher(folded).find()) {
            throw refuse(path, PathRefusal.PATH_AMBIGUOUS, "a percent-encoded dot or slash");
        }
        if (!folded.equals(path)
                && (count(folded, '/') != count(path, '/') || folded.indexOf('\\') >= 0 || dotSegment(folded))) {
            throw refuse(path, PathRefusal.PATH_AMBIGUOUS, "a character folds to a dot or a slash");
        }
    }

    /// What is left of `path` after compatibility folding and without joiners.
    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFKC).replace("\u200D", "");
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

    /// Bidirectional controls, zero-width characters other than ZWJ (emoji need it), line separators, interlinear
    /// marks, and the byte order mark.
    private static boolean isInvisible(int c) {
        return (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || (c >= 0x200B && c <= 0x200F && c != 0x200D)
                || c == 0x061C
                || c == 0x180E
                || c == 0xFEFF
                || (c >= 0xFFF9 && c <= 0xFFFB);
    }

    private static boolean isNoncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0xD800 && c <= 0xDFFF);
    }

    private static PathRefused refuse(String path, PathRefusal refusal, String why) {
        return new PathRefused(path, refusal, why);
    }
}
