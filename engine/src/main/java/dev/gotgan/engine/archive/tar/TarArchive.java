package dev.gotgan.engine.archive.tar;

import dev.gotgan.engine.archive.Archive;
import dev.gotgan.engine.archive.ArchiveEntry;
import dev.gotgan.engine.archive.ArchiveKind;
import dev.gotgan.engine.archive.ArchiveLimits;
import dev.gotgan.engine.archive.ArchiveSurvey;
import dev.gotgan.engine.archive.BombGuard;
import dev.gotgan.engine.archive.EntryVisitor;
import dev.gotgan.engine.archive.SpoolFile;
import dev.gotgan.engine.content.ContentSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A tar file, as it is or gzipped.
public final class TarArchive implements Archive {
    private final SpoolFile file;
    private final ArchiveLimits limits;
    private final ArchiveKind kind;

    /// @param kind `TAR` or `TAR_GZ`
    public TarArchive(SpoolFile file, ArchiveLimits limits, ArchiveKind kind) {
        this.file = file;
        this.limits = limits;
        this.kind = kind;
    }

    /// Whether `block`, the first 512 bytes of a file, begins a tar; an empty one is only zeros.
    public static boolean beginsWith(byte[] block) {
        return TarHeader.looksLikeOne(block) || (block.length == TarHeader.BLOCK && TarHeader.isZero(block));
    }

    @Override
    public ArchiveKind kind() {
        return kind;
    }

    @Override
    public ArchiveSurvey read(EntryVisitor visitor) throws IOException {
        try (InputStream in = stream()) {
            return new TarWalk(new TarBlocks(in), limits, visitor).run(kind);
        }
    }

    @Override
    public Optional<ContentSource> findSource(ArchiveEntry entry) {
        return kind == ArchiveKind.TAR
                ? Optional.of(() -> new SpoolStream(file, entry.place(), entry.size()))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private InputStream stream() throws IOException {
        return kind == ArchiveKind.TAR
                ? new SpoolStream(file, 0, file.length())
                : new GzipStream(file, BombGuard.ofStream(limits));
    }
}
