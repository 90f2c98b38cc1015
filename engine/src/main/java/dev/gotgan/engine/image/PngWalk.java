package dev.gotgan.engine.image;

import dev.gotgan.engine.facts.ImageFacts;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32;

/// PNG (ISO 15948): a chain of chunks from IHDR to IEND. Ancillary chunks are never inflated.
final class PngWalk {
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int ACTL = 0x6163544C;
    private static final int EXIF = 0x65584966;

    /// More text or profile than any honest picture carries in front of its pixels.
    private static final long MUCH_METADATA = 128 << 10;

    private static final int MANY_CHUNKS = 1000;
    private static final int MANY_FRAMES = 10_000;
    private static final long SLACK = 64 << 10;

    private final Feed feed;
    private final Sketch sketch;
    private PngRows rows = PngRows.NONE;
    private long pixelBytes;
    private int chunksBefore;

    PngWalk(Feed feed, Sketch sketch) {
        this.feed = feed;
        this.sketch = sketch;
    }

    ImageFacts facts() throws IOException {
        feed.seek(8);
        if (!header()) {
            return sketch.bad(Sketch.CORRUPT);
        }
        if (sketch.tooLarge()) {
            return sketch.bad(Sketch.TOO_LARGE);
        }
        try {
            return chunks() ? ending() : sketch.bad(Sketch.CORRUPT);
        } catch (EOFException e) {
            boolean whole = feed.size() <= Feed.KEPT && rows.complete(feed.all());
            return whole ? sketch.notice(Sketch.NO_END).good() : sketch.bad(Sketch.CORRUPT);
        }
    }

    private boolean header() throws IOException {
        if (feed.i32() != 13 || feed.i32() != IHDR) {
            return false;
        }
        long width = feed.u32();
        long height = feed.u32();
        int bits = feed.u8();
        int color = feed.u8();
        int tail = feed.u8() << 16 | feed.u16();
        sketch.sides(width, height).bits(bits);
        rows = new PngRows(width, height, bits, color, (tail & 0xFF) == 1);
        return feed.i32() == headerCrc(width, height, bits << 24 | color << 16 | tail >> 8, tail) && sketch.hasSides();
    }

    private static int headerCrc(long width, long height, int middle, int tail) {
        var crc = new CRC32();
        for (int word : new int[] {IHDR, (int) width, (int) height, middle}) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                crc.update(word >> shift);
            }
        }
        crc.update(tail);
        return (int) crc.getValue();
    }

    /// Whether the chain reaches IEND with pixels on its way.
    private boolean chunks() throws IOException {
        while (true) {
            long length = feed.u32();
            int type = feed.i32();
            if (length > Integer.MAX_VALUE || !isType(type)) {
                return false;
            }
            if (type == IEND) {
                feed.skip(length);
                feed.i32();
                return pixelBytes > 0;
            }
            long end = feed.position() + length + 4;
            if (type == IDAT) {
                pixelBytes += length;
            } else if (pixelBytes == 0) {
                beforePixels(type, length);
            }
            feed.seek(end);
        }
    }

    private void beforePixels(int type, long length) throws IOException {
        if (type == ACTL && length >= 4) {
            long frames = feed.u32();
            sketch.frames(frames);
            if (frames > MANY_FRAMES) {
                sketch.notice(Sketch.METADATA);
            }
        } else if (type == EXIF) {
            Exif.read(feed, feed.position() + length, sketch);
        } else if (length > MUCH_METADATA || ++chunksBefore > MANY_CHUNKS) {
            sketch.notice(Sketch.METADATA);
        }
    }

    private static boolean isType(int type) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            int letter = type >> shift & 0xDF;
            if (letter < 'A' || letter > 'Z') {
                return false;
            }
        }
        return true;
    }

    private ImageFacts ending() throws IOException {
        // deflate never makes data longer by more than a few bytes a block: what is over is no pixel
        boolean swollen = pixelBytes > 2 * rows.bytes() + SLACK;
        return swollen || !feed.restIsZeros() ? sketch.notice(Sketch.TRAILING).good() : sketch.good();
    }
}
