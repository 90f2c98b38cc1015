package dev.gotgan.engine.archive;

import java.util.Locale;

/// Why an archive is refused; each is a code of `spec/codes.md`. Names are refused with the codes of their
/// paths.
public enum ArchiveRefusal {
    ARCHIVE_SYMLINK,
    ARCHIVE_HARDLINK,
    /// A device, a pipe, a socket, a sparse file.
    ARCHIVE_SPECIAL,
    ARCHIVE_ENCRYPTED,
    /// A compression or a variant that is not read: several volumes, zstd, vendor entries.
    ARCHIVE_UNSUPPORTED,
    /// Damaged: a checksum, a size or a structure does not hold.
    ARCHIVE_CORRUPT,
    /// Ends before it should.
    ARCHIVE_TRUNCATED,
    /// Two readers could see two different contents.
    ARCHIVE_AMBIGUOUS,
    ARCHIVE_BOMB_RATIO,
    ARCHIVE_BOMB_SIZE,
    ARCHIVE_TOO_MANY_ENTRIES,
    /// No file in it that is to be stored.
    ARCHIVE_EMPTY,
    /// No archive that is taken in, whatever it is called.
    ARCHIVE_TYPE_MISMATCH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// An exception of this kind about the archive as a whole.
    public ArchiveRefused because(String why) {
        return new ArchiveRefused(code(), "", why);
    }

    /// An exception of this kind about the entry named `entry`, which may hold anything.
    public ArchiveRefused of(String entry, String why) {
        return new ArchiveRefused(code(), entry, why);
    }
}
