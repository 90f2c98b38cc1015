package dev.gotgan.engine.content;

import java.util.Locale;

/// Why a path is refused at the door; each is a code of `spec/codes.md`.
public enum PathRefusal {
    /// A `..` segment, in any spelling that a consumer could take for one.
    PATH_TRAVERSAL,
    /// Starts with `/`, a drive or a UNC prefix.
    PATH_ABSOLUTE,
    /// Empty, `.`, `//`, a backslash, percent-encoded or compatibility-form dots and slashes, a URL.
    PATH_AMBIGUOUS,
    /// C0, C1, DEL, bidirectional controls, zero-width characters other than ZWJ, a byte order mark.
    PATH_CONTROL_CHAR,
    /// Noncharacters, lone surrogates, or bytes that are no text.
    PATH_ENCODING,
    /// A segment over 255 bytes or a key over 1,024.
    PATH_TOO_LONG,
    /// More than 100 segments.
    PATH_TOO_DEEP,
    /// A name that is ours (`meta.json` at the root).
    PATH_RESERVED,
    /// Equal to another path of the same dataset under NFC, or a folder where another path is a file.
    PATH_COLLISION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
