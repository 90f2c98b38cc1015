package dev.gotgan.engine.fuzz;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Makes the checksums of a damaged zip fit its bytes again: no fuzzer guesses a CRC, and behind it lies the rest of
/// the reader.
final class ZipRepair {
    private static final int MOST = 1 << 20;

    private final byte[] zip;

    private ZipRepair(byte[] zip) {
        this.zip = zip;
    }

    static byte[] of(byte[] input) {
        var repair = new ZipRepair(input.clone());
        try {
            repair.all();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return repair.zip; // as far as it went
        }
        return repair.zip;
    }

    private void all() {
        int end = zip.length - 22;
        while (end >= 0 && u32(end) != 0x06054B50) {
            end--;
        }
        for (int at = u32(end + 16); u32(at) == 0x02014B50; at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32)) {
            one(at);
        }
    }

    private void one(int central) {
        int local = u32(central + 42);
        int data = local + 30 + u16(local + 26) + u16(local + 28);
        int packed = u32(central + 20);
        byte[] bytes = Arrays.copyOfRange(zip, data, Math.clamp((long) data + packed, data, zip.length));
        var crc = new CRC32();
        if (u16(central + 10) == 8) {
            inflate(bytes, crc);
        } else {
            crc.update(bytes);
        }
        put(central + 16, (int) crc.getValue());
        if ((u16(central + 8) & 8) == 0) {
            put(local + 14, (int) crc.getValue());
        } else {
            int descriptor = data + packed;
            put(u32(descriptor) == 0x08074B50 ? descriptor + 4 : descriptor, (int) crc.getValue());
        }
    }

    private static void inflate(byte[] bytes, CRC32 crc) {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(bytes);
            byte[] out = new byte[4096];
            for (int n = inflater.inflate(out); n > 0 && inflater.getBytesWritten() < MOST; n = inflater.inflate(out)) {
                crc.update(out, 0, n);
            }
        } catch (DataFormatException e) {
            crc.update(0);
        }
    }

    private int u16(int at) {
        return (zip[at] & 0xFF) | (zip[at + 1] & 0xFF) << 8;
    }

    private int u32(int at) {
        return u16(at) | u16(at + 2) << 16;
    }

    private void put(int at, int value) {
        for (int i = 0; i < 4; i++) {
            zip[at + i] = (byte) (value >>> (8 * i));
        }
    }
}
