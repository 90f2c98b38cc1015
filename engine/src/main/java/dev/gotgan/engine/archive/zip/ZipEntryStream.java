package dev.gotgan.engine.archive.zip;

import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.BombGuard;
import dev.gotgan.engine.archive.Window;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The inflated bytes of one entry. Size and checksum are verified before the last byte is handed on, and
/// inflation stops one byte beyond the declared size.
final class ZipEntryStream extends InputStream {
    private final Window window;
    private final ZipRecord record;
    private final long dataAt;
    private final Inflater inflater;
    private final BombGuard guard;
    private final CRC32 crc = new CRC32();
    private long fed;
    private long out;
    private boolean verified;
    private @Nullable RuntimeException failure;

    /// @param inflater without a zlib header, fresh or reset; stays the caller's
    ZipEntryStream(Window window, ZipRecord record, long dataAt, Inflater inflater, BombGuard guard) {
        this.window = window;
        this.record = record;
        this.dataAt = dataAt;
        this.inflater = inflater;
        this.guard = guard;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (failure != null) {
            throw failure;
        }
        try {
            return length == 0 ? 0 : next(into, offset, length);
        } catch (RuntimeException refused) {
            failure = refused;
            throw refused;
        }
    }

    /// Reads what nobody read, for the sake of the checks.
    void drain(byte[] scratch) throws IOException {
        int n = 0;
        while (n >= 0) {
            n = read(scratch, 0, scratch.length);
        }
    }

    private int next(byte[] into, int offset, int length) throws IOException {
        if (out == record.size()) {
            verify();
            return -1;
        }
        int most = (int) Math.min(length, record.size() - out);
        int n = record.method() == ZipRecord.STORED ? copy(into, offset, most) : inflate(into, offset, most);
        if (n == 0) {
            throw record.refuse(ArchiveRefusal.ARCHIVE_CORRUPT, "it holds fewer bytes than it says");
        }
        crc.update(into, offset, n);
        out += n;
        guard.count(n, dataAt + fed);
        if (out == record.size()) {
            verify();
        }
        return n;
    }

    private int copy(byte[] into, int offset, int most) throws IOException {
        int from = window.at(dataAt + fed, 1);
        int n = Math.min(most, window.ready(dataAt + fed));
        System.arraycopy(window.bytes(), from, into, offset, n);
        fed += n;
        return n;
    }

    /// Zero bytes only if the stream is over.
    private int inflate(byte[] into, int offset, int most) throws IOException {
        try {
            int n = inflater.inflate(into, offset, most);
            while (n == 0 && !inflater.finished()) {
                if (inflater.needsDictionary() || fed == record.packed()) {
                    throw record.refuse(ArchiveRefusal.ARCHIVE_CORRUPT, "its compressed data ends too soon");
                }
                int from = window.at(dataAt + fed, 1);
                int more = (int) Math.min(window.ready(dataAt + fed), record.packed() - fed);
                inflater.setInput(window.bytes(), from, more);
                fed += more;
                n = inflater.inflate(into, offset, most);
            }
            return n;
        } catch (DataFormatException e) {
            throw record.refuse(ArchiveRefusal.ARCHIVE_CORRUPT, "its compressed data is damaged");
        }
    }

    private void verify() throws IOException {
        if (verified) {
            return;
        }
        if (record.method() == ZipRecord.DEFLATED && inflate(new byte[1], 0, 1) > 0) {
            throw record.refuse(ArchiveRefusal.ARCHIVE_CORRUPT, "it inflates to more than it says");
        }
        long used = record.method() == ZipRecord.DEFLATED ? inflater.getBytesRead() : fed;
        if (used != record.packed()) {
            throw record.refuse(ArchiveRefusal.ARCHIVE_CORRUPT, "bytes follow its compressed data");
        }
        if (crc.getValue() != record.crc()) {
            throw record.refuse(ArchiveRefusal.ARCHIVE_CORRUPT, "its checksum does not fit; send it again");
        }
        verified = true;
    }
}
