package dev.gotgan.engine.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Makes the checksums of a damaged tar or gzip fit its bytes again, as [ZipRepair] does.
final class TarRepair {
    private static final int BLOCK = 512;
    private static final int SUM = 148;
    private static final int GZIP_HEADER = 10;
    private static final int MOST = 1 << 20;

    private TarRepair() {}

    static byte[] tar(byte[] input) {
        byte[] tar = input.clone();
        for (long at = 0; at + BLOCK <= tar.length; ) {
            int header = (int) at;
            sum(tar, header);
            at += BLOCK + (size(tar, header) + BLOCK - 1) / BLOCK * BLOCK;
        }
        return tar;
    }

    private static void sum(byte[] tar, int header) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= SUM && i < SUM + 8 ? ' ' : tar[header + i] & 0xFF;
        }
        if (sum > 8 * ' ') { // a block of zeros is the end
            byte[] text = "%06o\0 ".formatted(sum).getBytes(ISO_8859_1);
            System.arraycopy(text, 0, tar, header + SUM, 8);
        }
    }

    private static long size(byte[] tar, int header) {
        long size = 0;
        for (int i = header + 124; i < header + 135; i++) {
            if (tar[i] >= '0' && tar[i] <= '7') {
                size = size * 8 + tar[i] - '0';
            }
        }
        return size;
    }

    static byte[] gzip(byte[] input) {
        byte[] gzip = input.clone();
        if (gzip.length < GZIP_HEADER + 8 || gzip[3] != 0) {
            return gzip;
        }
        try (var inflater = new Inflater(true)) {
            inflater.setInput(gzip, GZIP_HEADER, gzip.length - GZIP_HEADER);
            var crc = new CRC32();
            byte[] out = new byte[4096];
            for (int n = inflater.inflate(out); n > 0 && inflater.getBytesWritten() < MOST; n = inflater.inflate(out)) {
                crc.update(out, 0, n);
            }
            int trailer = (int) (GZIP_HEADER + inflater.getBytesRead());
            if (inflater.finished() && trailer + 8 <= gzip.length) {
                put(gzip, trailer, crc.getValue());
                put(gzip, trailer + 4, inflater.getBytesWritten());
            }
        } catch (DataFormatException e) {
            return gzip; // broken before its trailer
        }
        return gzip;
    }

    private static void put(byte[] bytes, int at, long value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }
}
