package dev.gotgan.engine.archive.zip;

import dev.gotgan.engine.archive.Archive;
import dev.gotgan.engine.archive.ArchiveEntry;
import dev.gotgan.engine.archive.ArchiveKind;
import dev.gotgan.engine.archive.ArchiveLimits;
import dev.gotgan.engine.archive.ArchiveSurvey;
import dev.gotgan.engine.archive.BombGuard;
import dev.gotgan.engine.archive.EntryVisitor;
import dev.gotgan.engine.archive.SpoolFile;
import dev.gotgan.engine.archive.Window;
import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.LogicalPath;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Inflater;

/// A zip file.
public final class ZipArchive implements Archive {
    /* The JDK's ZipFile and commons-compress trust the directory alone, ZipInputStream the local headers alone; each
    lets through what the other refuses. Here the directory leads, and every local header, descriptor, checksum and
    gap has to agree with it, in one pass over the file in the order of the data. */
    private static final int SCRATCH = 1 << 16;

    private final SpoolFile file;
    private final ArchiveLimits limits;
    private final ZipDirectory directory;

    /// Reads and checks the directory.
    ///
    /// @throws dev.gotgan.engine.archive.ArchiveRefused if it is not allowed
    public ZipArchive(SpoolFile file, ArchiveLimits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        this.directory = ZipDirectory.of(file, limits);
    }

    /// Whether `file` ends as a zip does, whatever it begins with.
    public static boolean endsLikeOne(SpoolFile file) throws IOException {
        return ZipEnd.isAtEndOf(file);
    }

    @Override
    public ArchiveKind kind() {
        return ArchiveKind.ZIP;
    }

    @Override
    public ArchiveSurvey read(EntryVisitor visitor) throws IOException {
        var survey = directory.survey();
        var inflater = new Inflater(true);
        try {
            readEntries(visitor, inflater);
        } finally {
            inflater.end();
        }
        return survey;
    }

    @Override
    public Optional<ContentSource> findSource(ArchiveEntry entry) {
        return Optional.of(() -> open(entry));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void readEntries(EntryVisitor visitor, Inflater inflater) throws IOException {
        var records = directory.window();
        var data = directory.window();
        var local = new ZipLocal(data);
        var guard = BombGuard.ofFiles(limits);
        var scratch = new byte[SCRATCH];
        for (int position = 0; position < directory.entries(); position++) {
            var record = directory.record(position, records);
            long dataAt = local.check(record);
            long dataEnd = dataAt + record.packed();
            local.checkRoom(record, dataEnd, directory.nextAt(position));
            inflater.reset();
            var bytes = new ZipEntryStream(data, record, dataAt, inflater, guard);
            if (directory.isDelivered(position)) {
                var path = LogicalPath.of(record.entryName().text());
                visitor.visit(new ArchiveEntry(path, record.size(), record.at()), bytes);
            }
            bytes.drain(scratch);
            local.checkDescriptor(record, dataEnd, (int) (directory.nextAt(position) - dataEnd));
        }
    }

    private InputStream open(ArchiveEntry entry) throws IOException {
        var window = new Window(file, Math.clamp(entry.size(), 1 << 12, SCRATCH));
        var record = directory.record(entry.place(), window);
        long dataAt = new ZipLocal(window).check(record);
        var inflater = new Inflater(true);
        var bytes = new ZipEntryStream(window, record, dataAt, inflater, BombGuard.ofFiles(limits));
        return new FilterInputStream(bytes) {
            @Override
            public void close() {
                inflater.end();
            }
        };
    }
}
