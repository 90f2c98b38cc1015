package dev.gotgan.engine.archive;

import dev.gotgan.engine.content.PathRefusal;
import dev.gotgan.engine.content.PathRefused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An entry's name as text, and how it was read.
///
/// Raw names are strings of which each character is a byte (ISO 8859-1).
public record EntryName(String text, Reading reading) {
    private static final Charset CP949 = Charset.forName("x-windows-949");
    private static final int LONGEST = 1 << 16;

    /// How the bytes became text.
    public enum Reading {
        UTF8,
        /// A guess, so the user is to be told.
        CP949
    }

    /// Reads `raw` as UTF-8, and if it is none, as Windows in Korea writes names.
    ///
    /// @throws ArchiveRefused `path_encoding` if it is neither
    public static EntryName guess(String raw) {
        return find(raw, StandardCharsets.UTF_8)
                .map(text -> new EntryName(text, Reading.UTF8))
                .or(() -> find(raw, CP949).map(text -> new EntryName(text, Reading.CP949)))
                .orElseThrow(() -> unreadable(raw, "the name is neither UTF-8 nor Korean (CP949); pack it as UTF-8"));
    }

    /// Reads `raw`, of which the archive says that it is UTF-8.
    ///
    /// @throws ArchiveRefused `path_encoding` if it is not
    public static EntryName utf8(String raw) {
        return find(raw, StandardCharsets.UTF_8)
                .map(text -> new EntryName(text, Reading.UTF8))
                .orElseThrow(() -> unreadable(raw, "the name is marked as UTF-8 but is not"));
    }

    /// The text of `raw` in `charset`, if it is valid there.
    public static Optional<String> find(String raw, Charset charset) {
        if (raw.length() > LONGEST) {
            throw ArchiveRefused.path(new PathRefused(
                    raw.substring(0, 256),
                    PathRefusal.PATH_TOO_LONG,
                    "the name has %,d bytes".formatted(raw.length())));
        }
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static ArchiveRefused unreadable(String raw, String why) {
        return ArchiveRefused.path(new PathRefused(raw, PathRefusal.PATH_ENCODING, why));
    }
}
