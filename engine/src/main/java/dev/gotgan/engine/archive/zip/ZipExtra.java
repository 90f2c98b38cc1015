package dev.gotgan.engine.archive.zip;

import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.EntryName;
import dev.gotgan.engine.archive.Window;
import dev.gotgan.engine.content.PathRefused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The extra fields of an entry that matter: wide sizes, another name, encryption. All others are ignored.
final class ZipExtra {
    private static final int ZIP64 = 0x0001;
    private static final int UNICODE_PATH = 0x7075;
    private static final int AES = 0x9901;
    private static final long WIDE = 0xFFFF_FFFFL;

    /// How packers that know no UTF-8 flag write the ordinary name beside the Unicode one.
    private static final List<Charset> OLD_CHARSETS = Stream.of(
                    "x-windows-949", "IBM437", "IBM850", "windows-1252", "Shift_JIS", "GBK")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private final String entry;
    private final byte[] zip64;
    private final @Nullable String unicodeName;
    private final boolean encrypted;

    private ZipExtra(String entry, byte[] zip64, @Nullable String unicodeName, boolean encrypted) {
        this.entry = entry;
        this.zip64 = zip64;
        this.unicodeName = unicodeName;
        this.encrypted = encrypted;
    }

    /// Numbers that may be too wide for the record itself.
    record Wide(long size, long packed, long localAt) {}

    /// Reads the fields in the `length` bytes at `index` of what `window` holds.
    static ZipExtra parse(Window window, int index, int length, String entry) {
        byte[] zip64 = {};
        @Nullable String unicodeName = null;
        boolean encrypted = false;
        int i = index;
        int end = index + length;
        while (end - i >= 4) {
            int from = i + 4;
            int to = from + window.u16(i + 2);
            if (to > end) {
                throw ArchiveRefusal.ARCHIVE_CORRUPT.of(entry, "an extra field reaches beyond its end");
            }
            switch (window.u16(i)) {
                case ZIP64 -> {
                    once(zip64.length == 0, entry);
                    zip64 = Arrays.copyOfRange(window.bytes(), from, to);
                }
                case UNICODE_PATH -> {
                    once(unicodeName == null, entry);
                    int name = Math.min(from + 5, to); // behind a version and a checksum
                    unicodeName = new String(window.bytes(), name, to - name, StandardCharsets.ISO_8859_1);
                }
                case AES -> encrypted = true;
                default -> {}
            }
            i = to;
        }
        while (i < end) { // aligners fill up with zeros
            if (window.u8(i++) != 0) {
                throw ArchiveRefusal.ARCHIVE_CORRUPT.of(entry, "its extra fields are damaged");
            }
        }
        return new ZipExtra(entry, zip64, unicodeName, encrypted);
    }

    boolean isEncrypted() {
        return encrypted;
    }

    /// The true numbers behind those of a directory record; only those that are at their highest are replaced.
    Wide widen(long size, long packed, long localAt, int disk) {
        var wide = new Numbers();
        var result = new Wide(wide.next(size), wide.next(packed), wide.next(localAt));
        if (disk != 0 && disk != 0xFFFF) {
            throw ArchiveRefusal.ARCHIVE_UNSUPPORTED.of(entry, "it lies in another part of a split zip");
        }
        return result;
    }

    /// As [#widen] for a local header, which knows no place.
    Wide widen(long size, long packed) {
        var wide = new Numbers();
        return new Wide(wide.next(size), wide.next(packed), 0);
    }

    /// Whether there is a second name.
    boolean hasName() {
        return unicodeName != null;
    }

    /// The name to use for an entry whose ordinary name is `raw`, read as `plain`: a Unicode name has to be
    /// that name.
    EntryName checkName(String raw, EntryName plain) {
        if (unicodeName == null) {
            return plain;
        }
        var unicode = EntryName.utf8(unicodeName);
        boolean same = unicode.text().equals(plain.text())
                || OLD_CHARSETS.stream()
                        .anyMatch(old -> EntryName.find(raw, old).stream().anyMatch(unicode.text()::equals));
        if (!same) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.of(
                    plain.text(), "a second name stands beside it: " + PathRefused.shown(unicode.text()));
        }
        return unicode;
    }

    private static void once(boolean first, String entry) {
        if (!first) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.of(entry, "it has the same extra field twice");
        }
    }

    /// Takes the wide numbers one by one, in the order of the format.
    private final class Numbers {
        private int taken;

        long next(long narrow) {
            if (narrow != WIDE) {
                return narrow;
            }
            if (zip64.length < taken + 8) {
                throw ArchiveRefusal.ARCHIVE_CORRUPT.of(entry, "a Zip64 number is missing");
            }
            long value = 0;
            for (int i = 7; i >= 0; i--) {
                value = (value << 8) | (zip64[taken + i] & 0xFF);
            }
            taken += 8;
            return value;
        }
    }
}
