package dev.gotgan.engine.image;

import dev.gotgan.engine.facts.ImageFacts;
import java.io.IOException;

/// BMP: where the pixels begin, the sides (height negative when rows run down), and how long the pixels must be.
final class BmpWalk {
    private static final int CORE_HEADER = 12;

    private final Feed feed;
    private final Sketch sketch;

    BmpWalk(Feed feed, Sketch sketch) {
        this.feed = feed;
        this.sketch = sketch;
    }

    ImageFacts facts() throws IOException {
        feed.seek(10);
        long pixels = feed.u32le();
        long header = feed.u32le();
        boolean core = header == CORE_HEADER;
        long width = core ? feed.u16le() : feed.i32le();
        long height = core ? feed.u16le() : Math.abs((long) feed.i32le());
        feed.skip(2);
        int bits = feed.u16le();
        int compression = core ? 0 : feed.i32le();
        long packed = core ? 0 : feed.u32le();
        sketch.sides(Math.max(0, width), height).bits(bits >= 24 ? 8 : bits);
        if (!sketch.hasSides()) {
            return sketch.bad(Sketch.CORRUPT);
        }
        if (sketch.tooLarge()) {
            return sketch.bad(Sketch.TOO_LARGE);
        }
        boolean plain = compression == 0 || compression == 3 || compression == 6;
        long length = plain ? (width * bits + 31) / 32 * 4 * height : packed;
        boolean described = bits > 0 || !plain;
        return described && pixels + length <= feed.size() ? sketch.good() : sketch.bad(Sketch.CORRUPT);
    }
}
