package dev.gotgan.engine.image;

import dev.gotgan.engine.facts.ImageFacts;
import java.io.EOFException;
import java.io.IOException;

/// GIF: a canvas, then blocks of sub-blocks, one image block a frame, then a trailer byte.
final class GifWalk {
    private static final int MANY_FRAMES = 1000;

    private final Feed feed;
    private final Sketch sketch;
    private long frames;

    GifWalk(Feed feed, Sketch sketch) {
        this.feed = feed;
        this.sketch = sketch;
    }

    ImageFacts facts() throws IOException {
        feed.seek(6);
        sketch.sides(feed.u16le(), feed.u16le()).bits(8);
        int flags = feed.u8();
        feed.skip(2);
        if (!sketch.hasSides()) {
            return sketch.bad(Sketch.CORRUPT);
        }
        if (sketch.tooLarge()) {
            return sketch.bad(Sketch.TOO_LARGE);
        }
        skipColors(flags);
        boolean ended = blocks();
        if (frames == 0) {
            return sketch.bad(Sketch.CORRUPT);
        }
        sketch.frames(frames);
        if (frames > MANY_FRAMES) {
            sketch.notice(Sketch.METADATA);
        }
        return ended ? sketch.good() : sketch.notice(Sketch.NO_END).good();
    }

    /// Whether the trailer was reached.
    private boolean blocks() throws IOException {
        try {
            while (true) {
                int block = feed.u8();
                if (block == 0x3B) {
                    if (!feed.restIsZeros()) {
                        sketch.notice(Sketch.TRAILING);
                    }
                    return true;
                } else if (block == 0x21) {
                    feed.u8();
                    subBlocks();
                } else if (block == 0x2C) {
                    feed.skip(8);
                    skipColors(feed.u8());
                    feed.u8();
                    subBlocks();
                    frames++;
                } else if (block != 0) {
                    return false;
                }
            }
        } catch (EOFException e) {
            return false;
        }
    }

    private void subBlocks() throws IOException {
        for (int length = feed.u8(); length > 0; length = feed.u8()) {
            feed.skip(length);
        }
    }

    private void skipColors(int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            feed.skip(3L << ((flags & 7) + 1));
        }
    }
}
