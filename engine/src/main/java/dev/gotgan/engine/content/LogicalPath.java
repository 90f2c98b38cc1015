package dev.gotgan.engine.content;

import java.text.Normalizer;
import java.util.Set;

/// A file's place inside a dataset: NFC, relative, `/`-separated, safe on every store and file system.
///
/// Ordered by UTF-8 bytes. The rules stand in `spec/layout.md`; [#of] applies them, so a value can't be wrong.
public record LogicalPath(String value) implements Comparable<LogicalPath> {
    /// The reserved name: the metadata that we write beside the files.
    public static final String META = "meta.json";

    /// Normalising may shorten a path, but never to a third; longer ones are not even looked at.
    private static final int LONGEST_RAW = 8 * PathRules.KEY_BYTES;

    public LogicalPath {
        boolean ascii = PathRules.check(value);
        if (!ascii && !Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("not NFC: use LogicalPath.of");
        }
    }

    /// Normalises `raw` to NFC and checks it.
    ///
    /// @throws PathRefused with the reason, if no dataset may hold it
    public static LogicalPath of(String raw) {
        if (raw.length() > LONGEST_RAW) {
            throw new PathRefused(raw.substring(0, LONGEST_RAW), PathRefusal.PATH_TOO_LONG, "the path is far too long");
        }
        return new LogicalPath(Normalizer.normalize(raw, Normalizer.Form.NFC));
    }

    /// The last segment.
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /// Everything before the last `/`, or the empty string.
    public String folder() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? "" : value.substring(0, slash);
    }

    /// The path as a case-blind disk sees it: twins have the same.
    public String folded() {
        return CaseFold.of(value);
    }

    /// What is allowed but should be known: mostly nothing, so the set is empty.
    public Set<PathWarning> warnings() {
        return PathWarnings.of(value);
    }

    @Override
    public int compareTo(LogicalPath other) {
        return Utf8Order.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
