package dev.gotgan.engine.archive.zip;

import dev.gotgan.engine.archive.ArchiveKind;
import dev.gotgan.engine.archive.ArchiveLimits;
import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.ArchiveRefused;
import dev.gotgan.engine.archive.ArchiveSurvey;
import dev.gotgan.engine.archive.BombGuard;
import dev.gotgan.engine.archive.EntryName;
import dev.gotgan.engine.archive.SpoolFile;
import dev.gotgan.engine.archive.Window;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.PathWarning;
import dev.gotgan.engine.content.door.PathDoor;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/// The central directory, checked as a whole before anything is inflated: kinds, names, sizes, and that the
/// entries lie side by side without overlapping.
///
/// Only numbers are kept, 24 bytes an entry; records are read again when they are needed, so that two million
/// of them don't fill the heap.
final class ZipDirectory {
    private static final int WINDOW = 1 << 18;
    /// The rank of an entry in the directory takes the low bits of its sort key, its place the others.
    private static final int RANK_BITS = 21;

    private final SpoolFile file;
    private final ZipEnd end;
    private final long[] recordAt;
    private final long[] leastEnd;
    private final long[] order;
    private final BitSet delivered = new BitSet();
    private final PathDoor door = new PathDoor();
    private long size;
    private long deliveredSize;

    /// Reads the directory of `file`.
    ///
    /// @throws ArchiveRefused for the first thing in it that is not allowed
    static ZipDirectory of(SpoolFile file, ArchiveLimits limits) throws IOException {
        var end = ZipEnd.of(file);
        if (end.entries() > Math.min(limits.entries(), 1 << RANK_BITS)) {
            throw BombGuard.tooMany(limits);
        }
        if (file.length() >>> (Long.SIZE - RANK_BITS) != 0) {
            throw BombGuard.tooLarge(limits);
        }
        if (end.entries() * ZipRecord.LENGTH > end.directoryEnd() - end.directoryAt()) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because("the directory holds fewer entries than the zip's end says");
        }
        var directory = new ZipDirectory(file, end);
        directory.readRecords(limits);
        directory.checkSpans();
        BombGuard.ofFiles(limits).count(directory.size, file.length());
        return directory;
    }

    private ZipDirectory(SpoolFile file, ZipEnd end) {
        this.file = file;
        this.end = end;
        int entries = (int) end.entries();
        recordAt = new long[entries];
        leastEnd = new long[entries];
        order = new long[entries];
    }

    /// How many entries there are, with folders and what is skipped.
    int entries() {
        return order.length;
    }

    /// The entry at `position` in the order of the data.
    ZipRecord record(int position, Window window) throws IOException {
        return record(recordAt[rank(position)], window);
    }

    /// The entry whose record is at `recordAt`.
    ZipRecord record(long recordAt, Window window) throws IOException {
        return ZipRecord.parse(window, recordAt, end.directoryEnd());
    }

    /// Where the data of the entry at `position` ends at the latest: the place of the next one, or of the
    /// directory.
    long nextAt(int position) {
        return position + 1 < order.length ? order[position + 1] >>> RANK_BITS : end.directoryAt();
    }

    /// Whether the entry at `position` is to be stored.
    boolean isDelivered(int position) {
        return delivered.get(rank(position));
    }

    ArchiveSurvey survey() {
        return ArchiveSurvey.of(ArchiveKind.ZIP, door, deliveredSize);
    }

    Window window() {
        return new Window(file, WINDOW);
    }

    private int rank(int position) {
        return (int) (order[position] & ((1 << RANK_BITS) - 1));
    }

    private void readRecords(ArchiveLimits limits) throws IOException {
        var window = window();
        long at = end.directoryAt();
        for (int rank = 0; rank < order.length; rank++) {
            var record = ZipRecord.parse(window, at, end.directoryEnd());
            record.check(end.directoryAt());
            recordAt[rank] = at;
            leastEnd[rank] = record.leastEnd();
            order[rank] = (record.localAt() << RANK_BITS) | rank;
            size = record.size() > limits.inflatedBytes() - size ? limits.inflatedBytes() + 1 : size + record.size();
            pass(record, rank);
            at = record.next();
        }
        if (at != end.directoryEnd()) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because("the directory holds more entries than the zip's end says");
        }
    }

    private void pass(ZipRecord record, int rank) {
        var name = record.entryName();
        try {
            if (record.isFolder()) {
                door.passFolder(name.text().substring(0, name.text().length() - 1));
                return;
            }
            door.findPath(name.text()).ifPresent(path -> deliver(record, rank, name, path));
        } catch (PathRefused refused) {
            throw ArchiveRefused.path(refused);
        }
    }

    private void deliver(ZipRecord record, int rank, EntryName name, LogicalPath path) {
        delivered.set(rank);
        deliveredSize += record.size();
        if (name.reading() == EntryName.Reading.CP949) {
            door.note(PathWarning.PATH_ENCODING, path);
        }
    }

    /// Sorts the entries by place and refuses what overlaps; gaps are seen when the data is read.
    private void checkSpans() {
        Arrays.sort(order);
        if ((order.length == 0 ? end.directoryAt() : order[0] >>> RANK_BITS) != 0) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because("bytes stand before the first entry; zip the files again");
        }
        for (int position = 0; position < order.length; position++) {
            if (leastEnd[rank(position)] > nextAt(position)) {
                throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because("entries overlap, as in a zip bomb");
            }
        }
    }
}
