package dev.gotgan.engine.archive.tar;

import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.BombGuard;
import dev.gotgan.engine.archive.SpoolFile;
import dev.gotgan.engine.archive.Window;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The inflated bytes of a gzip file of one or more members. Each member's checksum and length are verified
/// before the end is reported.
final class GzipStream extends InputStream {
    /* The JDK's GZIPInputStream stops silently at bytes that begin no member, so garbage or a second archive behind
    the first passes unseen; here only zeros (tape padding, which gzip takes too) may follow. */
    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int FHCRC = 1 << 1;
    private static final int FEXTRA = 1 << 2;
    private static final int FNAME = 1 << 3;
    private static final int FCOMMENT = 1 << 4;

    private final Window window;
    private final BombGuard guard;
    private final long length;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private long position;
    private long fed;
    private boolean inMember;

    GzipStream(SpoolFile file, BombGuard guard) throws IOException {
        this.window = new Window(file, 1 << 17);
        this.guard = guard;
        this.length = file.length();
        openMember();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        Objects.checkFromIndexSize(offset, most, into.length);
        if (most == 0) {
            return 0;
        }
        while (inMember) {
            int n = inflate(into, offset, most);
            if (n > 0) {
                crc.update(into, offset, n);
                guard.count(n, position);
                return n;
            }
            closeMember();
        }
        return -1;
    }

    @Override
    public void close() {
        inflater.end();
    }

    /// Zero bytes only if the member is over; then `position` is behind its compressed data.
    private int inflate(byte[] into, int offset, int most) throws IOException {
        try {
            int n = inflater.inflate(into, offset, most);
            while (n == 0 && !inflater.finished()) {
                if (inflater.needsDictionary()) {
                    throw corrupt("its compressed data is damaged");
                }
                int from = window.at(position, 1);
                int more = window.ready(position);
                inflater.setInput(window.bytes(), from, more);
                position += more;
                fed += more;
                n = inflater.inflate(into, offset, most);
            }
            return n;
        } catch (DataFormatException e) {
            throw corrupt("its compressed data is damaged");
        }
    }

    private void openMember() throws IOException {
        int i = window.at(position, HEADER);
        int flags = window.u8(i + 3);
        if (window.u16(i) != 0x8b1f || window.u8(i + 2) != 8 || flags >= FCOMMENT << 1) {
            throw corrupt("its gzip header is damaged");
        }
        long at = position + HEADER;
        if ((flags & FEXTRA) != 0) {
            at += 2 + window.u16(window.at(at, 2));
        }
        at = (flags & FNAME) != 0 ? afterZero(at) : at;
        at = (flags & FCOMMENT) != 0 ? afterZero(at) : at;
        if ((flags & FHCRC) != 0) {
            checkHeader(at);
            at += 2;
        }
        window.at(at, 0);
        position = at;
        fed = 0;
        inMember = true;
        inflater.reset();
        crc.reset();
    }

    private long afterZero(long at) throws IOException {
        long end = at;
        while (window.u8(window.at(end++, 1)) != 0) {
            if (end - at > 1 << 16) {
                throw corrupt("its gzip header is endless");
            }
        }
        return end;
    }

    private void checkHeader(long end) throws IOException {
        var header = new CRC32();
        int i = window.at(position, (int) (end + 2 - position));
        header.update(window.bytes(), i, (int) (end - position));
        if ((header.getValue() & 0xFFFF) != window.u16(i + (int) (end - position))) {
            throw corrupt("the checksum of its gzip header does not fit");
        }
    }

    private void closeMember() throws IOException {
        position -= fed - inflater.getBytesRead();
        int i = window.at(position, TRAILER);
        if (window.u32(i) != crc.getValue() || window.u32(i + 4) != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw corrupt("its checksum does not fit; send it again");
        }
        position += TRAILER;
        inMember = false;
        if (position < length) {
            next();
        }
    }

    private void next() throws IOException {
        if (position + 2 <= length && window.u16(window.at(position, 2)) == 0x8b1f) {
            openMember();
            return;
        }
        while (position < length) {
            int from = window.at(position, 1);
            int ready = window.ready(position);
            for (int i = from; i < from + ready; i++) {
                if (window.u8(i) != 0) {
                    throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because("bytes follow the end of the gzip data");
                }
            }
            position += ready;
        }
    }

    private static RuntimeException corrupt(String why) {
        return ArchiveRefusal.ARCHIVE_CORRUPT.because(why);
    }
}
