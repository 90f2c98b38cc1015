package dev.gotgan.engine.facts;

import dev.gotgan.engine.content.Sha256;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Something wrong or odd in a dataset: what, where, and with which value. Kinds are the closed list of
/// `spec/findings.md`.
///
/// @param kind    one of that list, as `box_outside` or `label_missing`
/// @param path    the file; null where it concerns the whole dataset
/// @param line    1-based line; 0 where a line makes no sense
/// @param pointer JSON pointer into the file; null where none
/// @param value   the offending value, cut to 200 characters; null where none
/// @param count   how often, at least 1
/// @param message one English sentence a person can act on
public record Finding(
        String kind,
        Severity severity,
        @Nullable String path,
        int line,
        @Nullable String pointer,
        @Nullable String value,
        long count,
        String message) {
    /// What makes it the same finding in another generation: all that it says.
    public Sha256 identity() {
        var all = String.join(
                "\0",
                kind,
                severity.wire(),
                String.valueOf(path),
                Integer.toString(line),
                String.valueOf(pointer),
                String.valueOf(value),
                Long.toString(count),
                message);
        return Sha256.hash(all.getBytes(StandardCharsets.UTF_8));
    }
}
