package dev.gotgan.engine.image;

import dev.gotgan.engine.facts.ImageFacts;
import java.io.EOFException;
import java.io.IOException;
import java.util.Set;

/// AVIF and HEIC: boxes in boxes; the largest `ispe` is the picture. Nothing here shows them, so they carry a notice.
final class IsoWalk {
    private static final int META = 0x6D657461;
    private static final int IPRP = 0x69707270;
    private static final int IPCO = 0x6970636F;
    private static final int ISPE = 0x69737065;
    private static final int IROT = 0x69726F74;
    private static final int PIXI = 0x70697869;
    private static final int CLAP = 0x636C6170;
    private static final int MDAT = 0x6D646174;
    private static final int IDAT = 0x69646174;
    private static final int STSZ = 0x7374737A;
    /// moov, trak, mdia, minf, stbl: the way to the frames of a sequence.
    private static final Set<Integer> SEQUENCE = Set.of(0x6D6F6F76, 0x7472616B, 0x6D646961, 0x6D696E66, 0x7374626C);
    private static final int MAX_BOXES = 1_000;
    /// EXIF orientations of 0, 90, 180 and 270 degrees against the clock.
    private static final int[] TURNED = {1, 8, 3, 6};

    private final Feed feed;
    private final Sketch sketch;
    private int boxes;
    private long furthest;
    private boolean pixels;
    private long frames = 1;
    private long shownWidth;
    private long shownHeight;

    IsoWalk(Feed feed, Sketch sketch) {
        this.feed = feed;
        this.sketch = sketch.notice(Sketch.NO_PREVIEW);
    }

    ImageFacts facts() throws IOException {
        feed.seek(0);
        boolean sound = true;
        try {
            sound = boxes(Long.MAX_VALUE);
        } catch (EOFException e) {
            // the chain ends where the file ends
        }
        if (sketch.tooLarge()) {
            return sketch.bad(Sketch.TOO_LARGE);
        }
        if (sketch.hasSides() && !pixels) {
            return sketch.bad(Sketch.CORRUPT);
        }
        if (shownWidth > 0 && shownWidth <= sketch.width() && shownHeight > 0 && shownHeight <= sketch.height()) {
            sketch.sides(shownWidth, shownHeight);
        }
        return sound && furthest <= feed.size() ? sketch.good() : sketch.bad(Sketch.CORRUPT);
    }

    /// Reads boxes up to `end`; false if one of them can't be.
    private boolean boxes(long end) throws IOException {
        while (feed.position() + 8 <= end && ++boxes < MAX_BOXES) {
            long start = feed.position();
            long length = feed.u32();
            int type = feed.i32();
            if (length == 1) {
                length = feed.u32() << 32 | feed.u32();
            }
            pixels |= type == MDAT || type == IDAT;
            if (length == 0) {
                return true; // to the end of the file
            }
            long next = start + length;
            if (length < 8 || next < start) {
                return false;
            }
            furthest = Math.max(furthest, next);
            inside(type, next);
            feed.seek(next);
        }
        return true;
    }

    private void inside(int type, long next) throws IOException {
        switch (type) {
            case META -> {
                feed.skip(4);
                boxes(next);
            }
            case IPRP, IPCO -> boxes(next);
            case ISPE -> {
                feed.skip(4);
                sides(feed.u32(), feed.u32());
            }
            case CLAP -> {
                shownWidth = fraction();
                shownHeight = fraction();
            }
            case STSZ -> {
                feed.skip(8);
                frames = Math.max(frames, feed.u32());
                sketch.frames(frames);
            }
            case IROT -> sketch.orientation(TURNED[feed.u8() & 3]);
            case PIXI -> {
                feed.skip(5);
                sketch.bits(feed.u8());
            }
            default -> {
                if (SEQUENCE.contains(type)) {
                    boxes(next);
                }
            }
        }
    }

    /// What encoders of blocks cut off again, so that the picture has the sides it had.
    private long fraction() throws IOException {
        long numerator = feed.u32();
        return numerator / Math.max(1, feed.u32());
    }

    private void sides(long width, long height) {
        if (width * height > sketch.width() * sketch.height()) {
            sketch.sides(width, height);
        }
    }
}
