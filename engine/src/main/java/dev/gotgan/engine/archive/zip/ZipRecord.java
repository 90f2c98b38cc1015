package dev.gotgan.engine.archive.zip;

import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.ArchiveRefused;
import dev.gotgan.engine.archive.EntryName;
import dev.gotgan.engine.archive.Window;
import dev.gotgan.engine.content.PathRefusal;
import dev.gotgan.engine.content.PathRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What the central directory says of one entry.
///
/// @param at      its own position
/// @param next    the position behind it
/// @param flags   the general purpose bits
/// @param method  0 stored, 8 deflated, and what is not read
/// @param packed  bytes in the archive
/// @param size    bytes when inflated
/// @param localAt where the entry itself begins
/// @param mode    the type bits of Unix (`S_IFMT`), 0 if unknown
/// @param name    its bytes, one a character
record ZipRecord(
        long at,
        long next,
        int flags,
        int method,
        long crc,
        long packed,
        long size,
        long localAt,
        int mode,
        String name,
        ZipExtra extra) {
    static final int LENGTH = 46;
    static final int STORED = 0;
    static final int DEFLATED = 8;
    private static final long SIGNATURE = 0x0201_4b50L;
    private static final int AES = 99;
    /// Encrypted, strongly encrypted, directory masked.
    private static final int SECRET = 1 | (1 << 6) | (1 << 13);

    private static final int DESCRIPTOR = 1 << 3;
    private static final int UTF8 = 1 << 11;
    private static final int LINK = 0xA000;

    /// Reads the record at `at` of a directory that ends at `end`.
    static ZipRecord parse(Window window, long at, long end) throws IOException {
        int i = at + LENGTH > end ? -1 : window.at(at, LENGTH);
        if (i < 0 || window.u32(i) != SIGNATURE) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because("the directory holds other entries than the zip's end says");
        }
        int nameLength = window.u16(i + 28);
        int extraLength = window.u16(i + 30);
        int length = LENGTH + nameLength + extraLength + window.u16(i + 32);
        if (at + length > end) {
            throw ArchiveRefusal.ARCHIVE_CORRUPT.because("an entry of the directory reaches beyond its end");
        }
        i = window.at(at, length);
        String name = new String(window.bytes(), i + LENGTH, nameLength, StandardCharsets.ISO_8859_1);
        var extra = ZipExtra.parse(window, i + LENGTH + nameLength, extraLength, shown(name));
        var wide = extra.widen(window.u32(i + 24), window.u32(i + 20), window.u32(i + 42), window.u16(i + 34));
        return new ZipRecord(
                at,
                at + length,
                window.u16(i + 8),
                window.u16(i + 10),
                window.u32(i + 16),
                wide.packed(),
                wide.size(),
                wide.localAt(),
                window.u16(i + 40) & 0xF000,
                name,
                extra);
    }

    boolean isFolder() {
        return name.endsWith("/");
    }

    boolean hasDescriptor() {
        return (flags & DESCRIPTOR) != 0;
    }

    /// The least position at which the next entry can begin.
    long leastEnd() {
        return localAt + ZipLocal.LENGTH + name.length() + packed;
    }

    /// The name as text.
    EntryName entryName() {
        return extra.checkName(name, (flags & UTF8) != 0 ? EntryName.utf8(name) : EntryName.guess(name));
    }

    /// Refuses what is not read, before anything of it is.
    ///
    /// @param directoryAt where the entries end
    void check(long directoryAt) {
        if ((flags & SECRET) != 0 || method == AES || extra.isEncrypted()) {
            throw refuse(ArchiveRefusal.ARCHIVE_ENCRYPTED, "it is encrypted; send it without a password");
        }
        if (method != STORED && method != DEFLATED) {
            throw refuse(
                    ArchiveRefusal.ARCHIVE_UNSUPPORTED,
                    "its compression (method %d) is not read; use deflate or store".formatted(method));
        }
        if (size < 0 || packed < 0 || localAt < 0 || packed > directoryAt || leastEnd() > directoryAt) {
            throw refuse(ArchiveRefusal.ARCHIVE_CORRUPT, "its size or place is impossible");
        }
        if (method == STORED && packed != size) {
            throw refuse(ArchiveRefusal.ARCHIVE_CORRUPT, "it is stored, yet of two sizes");
        }
        checkKind();
    }

    ArchiveRefused refuse(ArchiveRefusal refusal, String why) {
        return refusal.of(shown(name), why);
    }

    private void checkKind() {
        switch (mode) {
            case 0, 0x8000, 0x4000 -> {}
            case LINK -> throw refuse(ArchiveRefusal.ARCHIVE_SYMLINK, "it is a symbolic link; send the file itself");
            default -> throw refuse(ArchiveRefusal.ARCHIVE_SPECIAL, "it is a device, a pipe or a socket");
        }
        if (isFolder() && size != 0) {
            throw ArchiveRefused.path(new PathRefused(
                    shown(name),
                    PathRefusal.PATH_AMBIGUOUS,
                    "the slash at its end makes it a folder, yet it has bytes"));
        }
        if (!isFolder() && mode == 0x4000) {
            throw refuse(ArchiveRefusal.ARCHIVE_AMBIGUOUS, "it is a folder and a file at once");
        }
    }

    /// A name for a message: right if it is UTF-8, and never refused.
    static String shown(String name) {
        return EntryName.find(name, StandardCharsets.UTF_8).orElse(name);
    }
}
