package dev.gotgan.engine.format.finding;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.facts.Finding;
import org.jspecify.annotations.Nullable;

/// A finding inside one content, which does not know its path: the same bytes may lie at several.
///
/// @param line    1-based; 0 where a line makes no sense
/// @param pointer JSON pointer; null where none
/// @param value   the offending value; null where none
/// @param count   how often, at least 1
public record ContentFinding(
        FindingKind kind,
        int line,
        @Nullable String pointer,
        @Nullable String value,
        long count) {
    private static final int MAX_VALUE = 200;

    public ContentFinding {
        value = value == null ? null : shown(value);
    }

    public static ContentFinding of(FindingKind kind) {
        return new ContentFinding(kind, 0, null, null, 1);
    }

    public static ContentFinding of(FindingKind kind, String value) {
        return new ContentFinding(kind, 0, null, value, 1);
    }

    public static ContentFinding of(FindingKind kind, String value, long count) {
        return new ContentFinding(kind, 0, null, value, count);
    }

    /// The finding of a file with this content.
    public Finding at(LogicalPath path) {
        return at(path.value());
    }

    /// The finding of the dataset as a whole.
    public Finding ofDataset() {
        return at((@Nullable String) null);
    }

    private Finding at(@Nullable String path) {
        var bare = new Finding(kind.wire(), kind.severity(), path, line, pointer, value, count, "");
        var message = FindingText.ENGLISH.of(bare);
        return new Finding(kind.wire(), kind.severity(), path, line, pointer, value, count, message);
    }

    private static String shown(String value) {
        var clean = SafeText.of(value);
        if (clean.length() <= MAX_VALUE) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(MAX_VALUE - 2)) ? MAX_VALUE - 2 : MAX_VALUE - 1;
        return clean.substring(0, end) + "…";
    }
}
