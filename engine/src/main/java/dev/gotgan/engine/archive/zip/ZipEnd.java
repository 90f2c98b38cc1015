package dev.gotgan.engine.archive.zip;

import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.SpoolFile;
import dev.gotgan.engine.archive.Window;
import java.io.IOException;

/// Where a zip's central directory is, as its end record says.
///
/// There must be exactly one way to find it: the directory ends where the end record begins, nothing follows,
/// and no second end record could be taken for it.
///
/// @param directoryAt its position, which is also where the last entry's data ends
/// @param entries     how many records it has
record ZipEnd(long directoryAt, long directoryEnd, long entries) {
    private static final long SIGNATURE = 0x0605_4b50L;
    private static final long LOCATOR = 0x0706_4b50L;
    private static final long ZIP64 = 0x0606_4b50L;
    private static final int LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LONGEST_COMMENT = 0xFFFF;

    /// Whether an end record stands at the end of `file`.
    static boolean isAtEndOf(SpoolFile file) throws IOException {
        return scan(file, tail(file)).exact == 1;
    }

    static ZipEnd of(SpoolFile file) throws IOException {
        var window = tail(file);
        var found = scan(file, window);
        if (found.last < 0) {
            throw ArchiveRefusal.ARCHIVE_TRUNCATED.because("the zip ends before its directory; send it again");
        }
        if (found.exact == 0 && found.longest > file.length()) {
            throw ArchiveRefusal.ARCHIVE_TRUNCATED.because("the zip ends in the middle of its end record");
        }
        if (found.exact != 1 || found.at != found.last) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because("bytes follow the zip's end, or it has several ends");
        }
        return parse(window, found.at);
    }

    private static Window tail(SpoolFile file) {
        return new Window(file, LENGTH + LONGEST_COMMENT + LOCATOR_LENGTH);
    }

    /// @param at      of the record that ends with the file; -1 if there is none
    /// @param exact   how many do
    /// @param last    of the last signature
    /// @param longest where the record reaches that reaches farthest
    private record Found(long at, int exact, long last, long longest) {}

    private static Found scan(SpoolFile file, Window window) throws IOException {
        long from = Math.max(0, file.length() - LENGTH - LONGEST_COMMENT);
        int first = window.at(from, (int) (file.length() - from));
        long at = -1;
        int exact = 0;
        long last = -1;
        long longest = 0;
        for (int i = first; i <= first + file.length() - from - LENGTH; i++) {
            if (window.u8(i) == 'P' && window.u32(i) == SIGNATURE) {
                last = from + i - first;
                long end = last + LENGTH + window.u16(i + 20);
                longest = Math.max(longest, end);
                if (end == file.length()) {
                    at = last;
                    exact++;
                }
            }
        }
        return new Found(at, exact, last, longest);
    }

    private static ZipEnd parse(Window window, long at) throws IOException {
        int i = window.at(at, LENGTH);
        int disk = Math.max(window.u16(i + 4), window.u16(i + 6));
        long here = window.u16(i + 8);
        long entries = window.u16(i + 10);
        long size = window.u32(i + 12);
        long directoryAt = window.u32(i + 16);
        if (at >= LOCATOR_LENGTH) {
            int locator = window.at(at - LOCATOR_LENGTH, LOCATOR_LENGTH);
            if (window.u32(locator) == LOCATOR) {
                var wide = parseZip64(window, at - LOCATOR_LENGTH);
                agree(entries, 0xFFFF, wide.entries);
                agree(size, 0xFFFF_FFFFL, wide.directoryEnd - wide.directoryAt);
                agree(directoryAt, 0xFFFF_FFFFL, wide.directoryAt);
                return wide;
            }
        }
        oneVolume(disk != 0 || here != entries);
        return new ZipEnd(directoryAt, directoryAt + size, entries).endingAt(at);
    }

    private static ZipEnd parseZip64(Window window, long locatorAt) throws IOException {
        int locator = window.at(locatorAt, LOCATOR_LENGTH);
        long at = window.i64(locator + 8);
        oneVolume(window.u32(locator + 4) != 0 || window.u32(locator + 16) > 1);
        if (at < 0 || at > locatorAt - 56) {
            throw ArchiveRefusal.ARCHIVE_CORRUPT.because("the Zip64 end record is out of place");
        }
        int i = window.at(at, 56);
        if (window.u32(i) != ZIP64 || window.i64(i + 4) != locatorAt - at - 12) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because("the Zip64 end record is not where it should be");
        }
        oneVolume(window.u32(i + 16) != 0 || window.u32(i + 20) != 0 || window.i64(i + 24) != window.i64(i + 32));
        long entries = window.i64(i + 32);
        long size = window.i64(i + 40);
        long directoryAt = window.i64(i + 48);
        if (entries < 0 || size < 0 || directoryAt < 0 || size > at || directoryAt > at) {
            throw ArchiveRefusal.ARCHIVE_CORRUPT.because("the Zip64 end record has impossible numbers");
        }
        return new ZipEnd(directoryAt, directoryAt + size, entries).endingAt(at);
    }

    private ZipEnd endingAt(long at) {
        if (directoryEnd != at) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because(
                    "bytes stand before the first entry or around the directory; zip the files again");
        }
        return this;
    }

    private static void agree(long narrow, long escape, long wide) {
        if (narrow != escape && narrow != wide) {
            throw ArchiveRefusal.ARCHIVE_AMBIGUOUS.because("the end record and the Zip64 end record disagree");
        }
    }

    private static void oneVolume(boolean several) {
        if (several) {
            throw ArchiveRefusal.ARCHIVE_UNSUPPORTED.because("this is a part of a split zip; send one whole zip");
        }
    }
}
