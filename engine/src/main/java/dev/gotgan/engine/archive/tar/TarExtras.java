package dev.gotgan.engine.archive.tar;

import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.ArchiveRefused;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What extended headers say of the entry that follows them: another name, another size.
///
/// Every such word is taken only where a reader that ignores or reorders them would see the same entries.
final class TarExtras {
    /// Sizes from here on do not fit a header's octal field.
    private static final long EIGHT_GIB = 1L << 33;

    private @Nullable String gnuName;
    private @Nullable String paxName;
    private @Nullable Long paxSize;
    private boolean pax;
    private boolean linked;

    /// Whether anything was said.
    boolean isEmpty() {
        return gnuName == null && !pax && !linked;
    }

    /// A GNU long name, which ends in a zero byte.
    void gnuName(byte[] data) {
        once(gnuName == null);
        int end = data.length;
        while (end > 0 && data[end - 1] == 0) {
            end--;
        }
        gnuName = new String(data, 0, end, StandardCharsets.ISO_8859_1);
    }

    /// A GNU long link name, of which only links have use.
    void gnuLink() {
        linked = true;
    }

    /// The records `length key=value\n` of a header for one entry.
    void pax(byte[] data) {
        once(!pax);
        pax = true;
        for (int at = 0; at < data.length; ) {
            var record = PaxRecord.parse(data, at);
            switch (record.key()) {
                case "path" -> {
                    once(paxName == null);
                    paxName = record.value();
                }
                case "size" -> {
                    once(paxSize == null);
                    paxSize = record.number();
                }
                default -> refuseSparse(record);
            }
            at = record.end();
        }
    }

    /// The records of a header for all entries: comments may stand there, nothing that names or measures one.
    static void checkGlobal(byte[] data) {
        for (int at = 0; at < data.length; ) {
            var record = PaxRecord.parse(data, at);
            refuseSparse(record);
            switch (record.key()) {
                case "path", "linkpath", "size" ->
                    throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because("a global header names or measures entries");
                default -> {}
            }
            at = record.end();
        }
    }

    /// The name of the entry whose own header says `plain`.
    String name(String plain) {
        if (gnuName != null && paxName != null && !gnuName.equals(paxName)) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.of(plain, "two extended headers give it two names");
        }
        var said = gnuName != null ? gnuName : paxName;
        return said != null ? said : plain;
    }

    /// The size of the entry whose own header says `plain`: another is taken only where that has no room for
    /// it.
    long size(String name, long plain) {
        if (paxSize == null || paxSize == plain) {
            return plain;
        }
        if (plain == 0 && paxSize >= EIGHT_GIB) {
            return paxSize;
        }
        throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.of(
                name, "its extended header gives it another size than its header does");
    }

    private static void refuseSparse(PaxRecord record) {
        if (record.key().startsWith("GNU.sparse.")) {
            throw ArchiveRefusal.ARCHIVE_SPECIAL.because("it holds a sparse file; pack it without --sparse");
        }
    }

    private static void once(boolean first) {
        if (!first) {
            throw ambiguous("an extended header comes twice");
        }
    }

    private static ArchiveRefused ambiguous(String why) {
        return ArchiveRefusal.ARCHIVE_AMBIGUOUS.because(why);
    }
}
