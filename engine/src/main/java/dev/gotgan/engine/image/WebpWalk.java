package dev.gotgan.engine.image;

import dev.gotgan.engine.facts.ImageFacts;
import java.io.EOFException;
import java.io.IOException;

/// WebP: a RIFF file whose first picture chunk, or VP8X canvas, says the sides.
final class WebpWalk {
    private static final int VP8 = 0x56503820;
    private static final int VP8L = 0x5650384C;
    private static final int VP8X = 0x56503858;
    private static final int ANMF = 0x414E4D46;
    private static final int EXIF = 0x45584946;
    private static final int MANY_FRAMES = 10_000;

    private final Feed feed;
    private final Sketch sketch;
    private long frames;
    private boolean pixels;

    WebpWalk(Feed feed, Sketch sketch) {
        this.feed = feed;
        this.sketch = sketch.bits(8);
    }

    ImageFacts facts() throws IOException {
        feed.seek(4);
        long end = 8 + feed.u32le();
        feed.skip(4);
        try {
            chunks(end);
        } catch (EOFException e) {
            pixels = false;
        }
        if (!sketch.hasSides()) {
            return sketch.bad(Sketch.CORRUPT);
        }
        if (sketch.tooLarge()) {
            return sketch.bad(Sketch.TOO_LARGE);
        }
        if (!pixels) {
            return sketch.bad(Sketch.CORRUPT);
        }
        feed.reach(end);
        if (!feed.restIsZeros()) {
            sketch.notice(Sketch.TRAILING);
        }
        if (frames > MANY_FRAMES) {
            sketch.notice(Sketch.METADATA);
        }
        return sketch.frames(frames).good();
    }

    private void chunks(long end) throws IOException {
        while (feed.position() + 8 <= end) {
            int type = feed.i32();
            long length = feed.u32le();
            long next = feed.position() + length + (length & 1);
            switch (type) {
                case VP8X -> canvas();
                case VP8 -> lossy();
                case VP8L -> lossless();
                case EXIF -> Exif.read(feed, feed.position() + length, sketch);
                case ANMF -> {
                    frames++;
                    pixels = true;
                }
                default -> {}
            }
            if (sketch.tooLarge()) {
                return;
            }
            feed.reach(Math.min(next, end));
        }
    }

    private void canvas() throws IOException {
        feed.skip(4);
        sketch.sides(feed.u24le() + 1L, feed.u24le() + 1L);
    }

    private void lossy() throws IOException {
        feed.skip(3);
        boolean start = feed.u8() == 0x9D && feed.u16() == 0x012A;
        int width = feed.u16le() & 0x3FFF;
        int height = feed.u16le() & 0x3FFF;
        picture(start, width, height);
    }

    private void lossless() throws IOException {
        boolean start = feed.u8() == 0x2F;
        int packed = feed.i32le();
        picture(start, (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1);
    }

    private void picture(boolean start, int width, int height) {
        pixels |= start;
        if (start && !sketch.hasSides()) {
            sketch.sides(width, height);
        }
    }
}
