package dev.gotgan.engine.archive.zip;

import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What stands around an entry's data, against what the directory says of it.
final class ZipLocal {
    static final int LENGTH = 30;
    private static final long SIGNATURE = 0x0403_4b50L;
    private static final long DESCRIPTOR_SIGNATURE = 0x0807_4b50L;
    private static final int COMPARED_FLAGS = 1 | (1 << 3) | (1 << 6) | (1 << 11) | (1 << 13);

    private final Window window;

    ZipLocal(Window window) {
        this.window = window;
    }

    /// Checks the header before the data.
    ///
    /// @return where the data begins
    long check(ZipRecord record) throws IOException {
        int i = window.at(record.localAt(), LENGTH);
        if (window.u32(i) != SIGNATURE) {
            throw record.refuse(ArchiveRefusal.ARCHIVE_CORRUPT, "there is no entry where the directory says");
        }
        int nameLength = window.u16(i + 26);
        int extraLength = window.u16(i + 28);
        int length = LENGTH + nameLength + extraLength;
        i = window.at(record.localAt(), length);
        String name = new String(window.bytes(), i + LENGTH, nameLength, StandardCharsets.ISO_8859_1);
        var extra = ZipExtra.parse(window, i + LENGTH + nameLength, extraLength, ZipRecord.shown(name));
        same(record, name.equals(record.name()), "name");
        same(record, ((window.u16(i + 6) ^ record.flags()) & COMPARED_FLAGS) == 0, "flags");
        same(record, window.u16(i + 8) == record.method(), "compression");
        if (extra.hasName()) {
            extra.checkName(name, record.entryName());
        }
        checkNumbers(record, i, extra);
        return record.localAt() + length;
    }

    /// Checks that between `dataEnd` and `next`, where the next entry begins, there is what the flags announce
    /// and nothing else.
    void checkRoom(ZipRecord record, long dataEnd, long next) {
        long room = next - dataEnd;
        boolean fits = record.hasDescriptor() ? room == 12 || room == 16 || room == 20 || room == 24 : room == 0;
        if (!fits) {
            throw record.refuse(
                    ArchiveRefusal.ARCHIVE_AMBIGUOUS,
                    "entries overlap, or bytes that the directory does not list stand behind it");
        }
    }

    /// Checks the descriptor that fills the `room` bytes from `dataEnd`, if there is any.
    void checkDescriptor(ZipRecord record, long dataEnd, int room) throws IOException {
        if (room == 0) {
            return;
        }
        int i = window.at(dataEnd, room);
        boolean signed = room == 16 || room == 24;
        if (signed && window.u32(i) != DESCRIPTOR_SIGNATURE) {
            throw record.refuse(ArchiveRefusal.ARCHIVE_AMBIGUOUS, "unlisted bytes stand behind it");
        }
        int at = signed ? i + 4 : i;
        boolean wide = room >= 20;
        same(record, window.u32(at) == record.crc(), "checksum");
        same(record, (wide ? window.i64(at + 4) : window.u32(at + 4)) == record.packed(), "size");
        same(record, (wide ? window.i64(at + 12) : window.u32(at + 8)) == record.size(), "size");
    }

    /// With a descriptor, a writer did not know the numbers yet and may have left zeros.
    private void checkNumbers(ZipRecord record, int i, ZipExtra extra) {
        long crc = window.u32(i + 14);
        var wide = extra.widen(window.u32(i + 22), window.u32(i + 18));
        boolean later = record.hasDescriptor();
        same(record, crc == record.crc() || (later && crc == 0), "checksum");
        same(record, wide.packed() == record.packed() || (later && wide.packed() == 0), "size");
        same(record, wide.size() == record.size() || (later && wide.size() == 0), "size");
    }

    private static void same(ZipRecord record, boolean equal, String what) {
        if (!equal) {
            throw record.refuse(
                    ArchiveRefusal.ARCHIVE_AMBIGUOUS, "the directory and the entry itself give it another " + what);
        }
    }
}
