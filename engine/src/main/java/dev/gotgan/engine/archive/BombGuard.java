package dev.gotgan.engine.archive;

/// Counts what comes out of an archive against what went in, and stops a bomb while it inflates.
public final class BombGuard {
    private final ArchiveLimits limits;
    private final long mostBytes;
    private long inflated;

    /// Counts the files' own bytes.
    public static BombGuard ofFiles(ArchiveLimits limits) {
        return new BombGuard(limits, limits.inflatedBytes());
    }

    /// Counts a stream of files and of what stands between them, which gets as much room as the files have, and
    /// a little more so that a small limit is not used up by padding.
    public static BombGuard ofStream(ArchiveLimits limits) {
        return new BombGuard(limits, Math.min(limits.inflatedBytes(), Long.MAX_VALUE / 4) * 2 + (1 << 20));
    }

    private BombGuard(ArchiveLimits limits, long mostBytes) {
        this.limits = limits;
        this.mostBytes = mostBytes;
    }

    /// Adds `out` inflated bytes; up to here `packed` bytes of the archive were read.
    ///
    /// @throws ArchiveRefused if that is too much
    public void count(long out, long packed) {
        inflated += out;
        if (inflated > limits.ratioFrom() && inflated / limits.ratio() > packed) {
            throw ArchiveRefusal.ARCHIVE_BOMB_RATIO.because(
                    "it inflates to more than %d times its size".formatted(limits.ratio()));
        }
        if (inflated > mostBytes) {
            throw tooLarge(limits);
        }
    }

    /// The refusal of an archive that says, or shows, that it holds more than the limit.
    public static ArchiveRefused tooLarge(ArchiveLimits limits) {
        return ArchiveRefusal.ARCHIVE_BOMB_SIZE.because(
                "its files take more than the %,d bytes that an upload may have".formatted(limits.inflatedBytes()));
    }

    /// The refusal of an archive with more entries than the limit.
    public static ArchiveRefused tooMany(ArchiveLimits limits) {
        return ArchiveRefusal.ARCHIVE_TOO_MANY_ENTRIES.because(
                "it has more than %,d files and folders; send it in parts".formatted(limits.entries()));
    }
}
