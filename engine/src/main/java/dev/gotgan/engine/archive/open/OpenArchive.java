package dev.gotgan.engine.archive.open;

import dev.gotgan.engine.archive.Archive;
import dev.gotgan.engine.archive.ArchiveKind;
import dev.gotgan.engine.archive.ArchiveLimits;
import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.SpoolFile;
import dev.gotgan.engine.archive.tar.TarArchive;
import dev.gotgan.engine.archive.zip.ZipArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// Opens an archive by what its bytes say; its name and its declared type say nothing.
public final class OpenArchive {
    private static final int BLOCK = 512;

    private OpenArchive() {}

    /// Opens the archive in `file`; close it.
    ///
    /// @throws ArchiveRefused if it is none that is taken in, or a zip whose directory is not allowed
    public static Archive of(Path file, ArchiveLimits limits) throws IOException {
        var spool = new SpoolFile(file);
        try {
            return open(spool, limits);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private static Archive open(SpoolFile file, ArchiveLimits limits) throws IOException {
        byte[] block = new byte[BLOCK];
        int read = file.read(0, block, 0, BLOCK);
        byte[] head = Arrays.copyOf(block, read);
        if (head.length == 0) {
            throw ArchiveRefusal.ARCHIVE_EMPTY.because("the file is empty");
        }
        return switch (Magic.of(head)) {
            case ZIP -> new ZipArchive(file, limits);
            case GZIP -> new TarArchive(file, limits, ArchiveKind.TAR_GZ);
            case SPLIT_ZIP ->
                throw ArchiveRefusal.ARCHIVE_UNSUPPORTED.because("this is a part of a split zip; send one whole zip");
            case FOREIGN -> throw Magic.foreign(head);
            case UNKNOWN -> tarOrNothing(file, limits, head);
        };
    }

    private static Archive tarOrNothing(SpoolFile file, ArchiveLimits limits, byte[] head) throws IOException {
        if (TarArchive.beginsWith(head)) {
            return new TarArchive(file, limits, ArchiveKind.TAR);
        }
        if (ZipArchive.endsLikeOne(file)) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because(
                    "bytes stand before the first entry (a self-extracting zip?); zip the files again");
        }
        throw ArchiveRefusal.ARCHIVE_TYPE_MISMATCH.because("this is no archive; " + Magic.WANTED);
    }
}
