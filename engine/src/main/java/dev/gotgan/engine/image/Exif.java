package dev.gotgan.engine.image;

import java.io.EOFException;
import java.io.IOException;

/// The two tags of an EXIF block that matter here: how the picture is turned, and whether it says where it was taken.
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int GPS = 0x8825;
    private static final int MAX_ENTRIES = 512;

    private Exif() {}

    /// Reads a TIFF-shaped block that begins at the feed's position and ends at `end`; leaves the position anywhere
    /// before `end`. A broken block says nothing.
    static void read(Feed feed, long end, Sketch sketch) throws IOException {
        try {
            long start = feed.position();
            int order = feed.u16();
            if (order != 0x4949 && order != 0x4D4D) {
                return;
            }
            boolean little = order == 0x4949;
            int magic = little ? feed.u16le() : feed.u16();
            long offset = little ? feed.u32le() : feed.u32();
            if (magic != 42 || offset < 8 || start + offset + 2 > end) {
                return;
            }
            feed.seek(start + offset);
            entries(feed, end, little, sketch);
        } catch (EOFException e) {
            // the block ends inside an entry: what was read before stands
        }
    }

    private static void entries(Feed feed, long end, boolean little, Sketch sketch) throws IOException {
        int count = Math.min(MAX_ENTRIES, little ? feed.u16le() : feed.u16());
        for (int i = 0; i < count && feed.position() + 12 <= end; i++) {
            int tag = little ? feed.u16le() : feed.u16();
            feed.skip(6);
            int value = little ? feed.u16le() : feed.u16();
            feed.skip(2);
            if (tag == ORIENTATION) {
                sketch.orientation(value);
            } else if (tag == GPS) {
                sketch.notice(Sketch.METADATA);
            }
        }
    }
}
