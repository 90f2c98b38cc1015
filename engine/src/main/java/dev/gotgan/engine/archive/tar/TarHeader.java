package dev.gotgan.engine.archive.tar;

import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.EntryName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One block of 512 bytes that describes what follows it.
///
/// @param name its bytes, one a character, the prefix in front
/// @param size in bytes; the data is filled up to whole blocks
/// @param type the letter of the format; a zero byte is told as `0`
record TarHeader(String name, long size, char type) {
    static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;

    /// Whether `block` can be the first of a tar: it says so, or its checksum holds.
    static boolean looksLikeOne(byte[] block) {
        return block.length >= BLOCK && (isUstar(block) || (!isZero(block) && checksumHolds(block)));
    }

    static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /// Reads a block that is not zero.
    static TarHeader parse(byte[] block) {
        String name = field(block, 0, NAME);
        String shown = EntryName.find(name, StandardCharsets.UTF_8).orElse(name);
        if (!checksumHolds(block)) {
            throw ArchiveRefusal.ARCHIVE_CORRUPT.of(shown, "the checksum of its header does not fit; send it again");
        }
        char type = block[TYPE] == 0 ? '0' : (char) (block[TYPE] & 0xFF);
        boolean posix = isUstar(block) && block[MAGIC + 5] == 0;
        String prefix = posix ? field(block, PREFIX, 155) : "";
        return new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, number(block, SIZE, 12, shown), type);
    }

    /// How many bytes fill up the last block of `size` bytes of data.
    static long padding(long size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    private static boolean isUstar(byte[] block) {
        return Arrays.equals(block, MAGIC, MAGIC + 5, "ustar".getBytes(StandardCharsets.US_ASCII), 0, 5);
    }

    /// Old writers summed signed bytes.
    private static boolean checksumHolds(byte[] block) {
        int unsigned = 0;
        int signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            byte b = i >= CHECKSUM && i < CHECKSUM + 8 ? (byte) ' ' : block[i];
            unsigned += b & 0xFF;
            signed += b;
        }
        long said = octal(block, CHECKSUM, 8);
        return said == unsigned || said == signed;
    }

    private static long number(byte[] block, int at, int length, String entry) {
        int first = block[at] & 0xFF;
        long value = first < 0x80 ? octal(block, at, length) : binary(block, at, length);
        if (value < 0) {
            throw ArchiveRefusal.ARCHIVE_CORRUPT.of(entry, "its size is no number");
        }
        return value;
    }

    /// Digits between spaces, ended by a space or a zero byte; -1 if it is something else.
    private static long octal(byte[] block, int at, int length) {
        int i = at;
        int end = at + length;
        while (i < end && block[i] == ' ') {
            i++;
        }
        long value = 0;
        for (; i < end && block[i] != 0 && block[i] != ' '; i++) {
            if (block[i] < '0' || block[i] > '7') {
                return -1;
            }
            value = (value << 3) | (block[i] - '0');
        }
        for (; i < end; i++) {
            if (block[i] != 0 && block[i] != ' ') {
                return -1;
            }
        }
        return value;
    }

    /// A big-endian number after a byte 0x80; more than fits a long is told as the largest long.
    private static long binary(byte[] block, int at, int length) {
        if ((block[at] & 0xFF) != 0x80) {
            return -1;
        }
        long value = 0;
        for (int i = at + 1; i < at + length; i++) {
            if (value >>> 55 != 0) {
                return Long.MAX_VALUE;
            }
            value = (value << 8) | (block[i] & 0xFF);
        }
        return value;
    }

    private static String field(byte[] block, int at, int length) {
        int end = at;
        while (end < at + length && block[end] != 0) {
            end++;
        }
        return new String(block, at, end - at, StandardCharsets.ISO_8859_1);
    }
}
