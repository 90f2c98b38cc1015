package dev.gotgan.engine.archive;

/// How much may come out of an archive.
///
/// @param inflatedBytes of all its files together
/// @param entries       files and folders
/// @param ratio         inflated to packed bytes, judged while streaming
/// @param ratioFrom     inflated bytes from which on the ratio is judged: small files of zeros are no attack
public record ArchiveLimits(long inflatedBytes, int entries, int ratio, long ratioFrom) {
    /// The limits of `spec/layout.md` with a chosen size.
    public static ArchiveLimits upTo(long inflatedBytes) {
        return new ArchiveLimits(inflatedBytes, 2_000_000, 200, 100L << 20);
    }
}
