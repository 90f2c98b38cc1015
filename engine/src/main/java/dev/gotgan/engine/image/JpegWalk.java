package dev.gotgan.engine.image;

import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.image.jpeg.JpegScans;
import java.io.EOFException;
import java.io.IOException;

/// JPEG (ITU T.81): segments up to the first scan give the sides; the end marker gives the end.
final class JpegWalk {
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int EXIF = 0x45786966;
    private static final int SAMSUNG_END = 'F' << 8 | 'T';

    private final Feed feed;
    private final Sketch sketch;

    JpegWalk(Feed feed, Sketch sketch) {
        this.feed = feed;
        this.sketch = sketch;
    }

    ImageFacts facts() throws IOException {
        feed.seek(2);
        boolean scan = header();
        if (!sketch.hasSides()) {
            return sketch.bad(Sketch.CORRUPT);
        }
        if (sketch.tooLarge()) {
            return sketch.bad(Sketch.TOO_LARGE);
        }
        return scan ? ending() : sketch.bad(Sketch.CORRUPT);
    }

    /// Reads segments up to the first scan; false if there is none.
    private boolean header() throws IOException {
        while (true) {
            int marker = marker();
            if (marker == EOI) {
                return false;
            }
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                continue; // markers without a length
            }
            long segment = feed.position();
            int length = feed.u16();
            if (length < 2) {
                return false;
            }
            if (marker == SOS) {
                feed.seek(segment + length);
                return true;
            }
            if (isFrame(marker)) {
                frame();
            } else if (marker == APP1 && length > 16) {
                exif(segment + length);
            }
            feed.seek(segment + length);
        }
    }

    private int marker() throws IOException {
        if (feed.u8() != 0xFF) {
            feed.skipBehind(0xFF); // decoders pass over stray bytes between segments, so do we
        }
        int marker = feed.u8();
        while (marker == 0xFF) {
            marker = feed.u8();
        }
        return marker;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void frame() throws IOException {
        int bits = feed.u8();
        int height = feed.u16();
        int width = feed.u16();
        if (!sketch.hasSides()) {
            sketch.bits(bits).sides(width, height);
        }
    }

    private void exif(long end) throws IOException {
        if (feed.i32() == EXIF && feed.u16() == 0) {
            Exif.read(feed, end, sketch);
        }
    }

    private ImageFacts ending() throws IOException {
        if (feed.endIsNear() && endsWell()) {
            return sketch.good();
        }
        boolean marked = scansToEnd();
        if (!feed.endIsNear() && endsWell()) {
            return sketch.good();
        }
        if (marked) {
            boolean samsung = feed.beforeZeros() == SAMSUNG_END; // its phones append a block that ends in SEFT
            return samsung ? sketch.good() : sketch.notice(Sketch.TRAILING).good();
        }
        if (feed.endIsNear() && feed.size() <= Feed.KEPT && JpegScans.complete(feed.all())) {
            return sketch.notice(Sketch.NO_END).good();
        }
        return sketch.bad(Sketch.CORRUPT);
    }

    private boolean endsWell() throws IOException {
        return feed.beforeZeros() == (0xFF00 | EOI);
    }

    /// Whether the end marker stands where scans and the segments between them end.
    private boolean scansToEnd() throws IOException {
        try {
            while (true) {
                feed.skipBehind(0xFF);
                int marker = feed.u8();
                while (marker == 0xFF) {
                    marker = feed.u8();
                }
                if (marker == EOI) {
                    return true;
                }
                if (marker >= 0xC0 && (marker < 0xD0 || marker > 0xD8)) {
                    feed.skip(feed.u16() - 2L);
                }
            }
        } catch (EOFException e) {
            return false;
        }
    }
}
