package dev.gotgan.engine.image;

import dev.gotgan.engine.facts.ImageFacts;
import java.io.EOFException;
import java.io.IOException;

/// TIFF and BigTIFF: a chain of directories, the first of which says the sides and where its strips or tiles lie.
final class TiffWalk {
    private static final int MAX_FRAMES = 100_000;
    private static final int MAX_STRIPS = 1 << 24;
    /// Bytes of a number by its type; 0 where none can say where strips lie.
    private static final int[] WIDTHS = {0, 0, 0, 2, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 8, 8};
    private static final int MAX_ENTRIES = 4096;

    private final Feed feed;
    private final Sketch sketch;
    private boolean little;
    private boolean big;
    private long dataEnd;
    private Column offsets = Column.NONE;
    private Column lengths = Column.NONE;

    /// Numbers of a tag that lie somewhere else in the file.
    private record Column(long at, long count, int type) {
        static final Column NONE = new Column(0, 0, 0);

        long last() {
            return at + (count - 1) * WIDTHS[type];
        }
    }

    TiffWalk(Feed feed, Sketch sketch) {
        this.feed = feed;
        this.sketch = sketch;
    }

    ImageFacts facts() throws IOException {
        feed.seek(0);
        little = feed.u16() == 0x4949;
        big = u16() == 43;
        if (big) {
            feed.skip(4);
        }
        long next = offset();
        if (next < 8) {
            return sketch.bad(Sketch.CORRUPT);
        }
        feed.seek(next);
        long after = directory();
        if (!sketch.hasSides()) {
            return sketch.bad(Sketch.CORRUPT);
        }
        if (sketch.tooLarge()) {
            return sketch.bad(Sketch.TOO_LARGE);
        }
        reachLastStrip();
        countFrom(after);
        return dataEnd == 0 || dataEnd > feed.size() ? sketch.bad(Sketch.CORRUPT) : sketch.good();
    }

    /// Reads the directory at the feed's position.
    ///
    /// @return where the next one is; 0 for none
    private long directory() throws IOException {
        long entries = big ? u64() : u16();
        if (entries > MAX_ENTRIES) {
            throw new EOFException();
        }
        long width = 0;
        long height = 0;
        for (int i = 0; i < entries; i++) {
            int tag = u16();
            int type = u16();
            long count = big ? u64() : u32();
            long at = feed.position();
            long first = count == 1 ? value(type) : 0;
            switch (tag) {
                case 256 -> width = first;
                case 257 -> height = first;
                case 258 -> sketch.bits(count == 1 ? (int) first : count == 2 ? u16() : 8);
                case 274 -> sketch.orientation((int) first);
                case 273, 324 -> {
                    dataEnd = Math.max(dataEnd, count == 1 ? first + 1 : 1);
                    offsets = column(at, type, count);
                }
                case 279, 325 -> {
                    dataEnd = Math.max(dataEnd, count == 1 ? dataEnd + first - 1 : 1);
                    lengths = column(at, type, count);
                }
                default -> {}
            }
            feed.seek(at + (big ? 8 : 4));
        }
        sketch.sides(width, height);
        return offset();
    }

    /// A chain of pages that leaves the file was cut; the first page is whole all the same.
    private void countFrom(long first) throws IOException {
        int frames = 1;
        try {
            for (long next = first; next >= 8 && frames <= MAX_FRAMES; frames++) {
                feed.seek(next);
                long entries = big ? u64() : u16();
                feed.skip(Math.min(entries, MAX_ENTRIES) * (big ? 20 : 12));
                next = offset();
            }
        } catch (EOFException e) {
            sketch.notice(Sketch.NO_END);
        }
        sketch.frames(frames);
    }

    /// Where there are several strips, the last one ends the data. Numbers that are behind us in a stream are not
    /// gone back for.
    private void reachLastStrip() throws IOException {
        boolean same = offsets.count() > 1 && offsets.count() == lengths.count();
        boolean forwards = offsets.last() < lengths.last();
        var first = forwards ? offsets : lengths;
        var second = forwards ? lengths : offsets;
        if (!same || (feed.position() >= Feed.KEPT && first.last() < feed.position())) {
            return;
        }
        feed.reach(first.last());
        long end = value(first.type());
        if (feed.position() < Feed.KEPT || second.last() >= feed.position()) {
            feed.reach(second.last());
            dataEnd = Math.max(dataEnd, end + value(second.type()));
        }
    }

    private long value(int type) throws IOException {
        return switch (type) {
            case 1, 6, 7 -> feed.u8();
            case 3, 8 -> u16();
            case 16, 17, 18 -> u64();
            default -> u32();
        };
    }

    /// Few and small numbers stand in the entry itself, others where it points to.
    private Column column(long entry, int type, long count) throws IOException {
        if (count < 2 || count > MAX_STRIPS || type < 0 || type >= WIDTHS.length || WIDTHS[type] == 0) {
            return Column.NONE;
        }
        if (count * WIDTHS[type] <= (big ? 8 : 4)) {
            return new Column(entry, count, type);
        }
        feed.seek(entry);
        return new Column(offset(), count, type);
    }

    private long offset() throws IOException {
        return big ? u64() : u32();
    }

    private int u16() throws IOException {
        return little ? feed.u16le() : feed.u16();
    }

    private long u32() throws IOException {
        return little ? feed.u32le() : feed.u32();
    }

    private long u64() throws IOException {
        long first = u32();
        long second = u32();
        long value = little ? second << 32 | first : first << 32 | second;
        return value < 0 ? Long.MAX_VALUE / 2 : value;
    }
}
