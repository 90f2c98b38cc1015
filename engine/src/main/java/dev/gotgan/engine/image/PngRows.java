package dev.gotgan.engine.image;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The rows of a PNG: how many bytes they are, and whether a file without its end still holds them all.
record PngRows(long width, long height, int bits, int color, boolean interlaced) {
    static final PngRows NONE = new PngRows(0, 0, 0, 0, false);

    private static final int IDAT = 0x49444154;
    /// Start and step of the seven passes of Adam7, across and down.
    private static final int[][] PASSES = {
        {0, 8, 0, 8}, {4, 8, 0, 8}, {0, 4, 4, 8}, {2, 4, 0, 4}, {0, 2, 2, 4}, {1, 2, 0, 2}, {0, 1, 1, 2}
    };

    /// Bytes of all rows, inflated, with the filter byte that each begins with.
    long bytes() {
        if (!interlaced) {
            return rows(width, height);
        }
        long sum = 0;
        for (var pass : PASSES) {
            sum += rows((width - pass[0] + pass[1] - 1) / pass[1], (height - pass[2] + pass[3] - 1) / pass[3]);
        }
        return sum;
    }

    private long rows(long across, long down) {
        return across <= 0 || down <= 0 ? 0 : down * (1 + (across * bits * channels() + 7) / 8);
    }

    private int channels() {
        return switch (color) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /// Whether the pixel chunks of `png`, the whole file, inflate to every row.
    boolean complete(byte[] png) {
        long missing = bytes();
        var out = new byte[1 << 14];
        try (var inflater = new Inflater()) {
            for (int at = 33; at + 8 <= png.length && missing > 0; ) {
                int length = int32(png, at);
                int from = at + 8;
                if (length < 0) {
                    return false;
                }
                if (int32(png, at + 4) == IDAT) {
                    inflater.setInput(png, from, Math.min(length, png.length - from));
                    for (int n; missing > 0 && (n = inflater.inflate(out)) > 0; ) {
                        missing -= n;
                    }
                }
                at = (int) Math.min(png.length, from + (long) length + 4);
            }
        } catch (DataFormatException e) {
            return false;
        }
        return missing <= 0;
    }

    private static int int32(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }
}
