package dev.gotgan.engine.image;

import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageFacts.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads what an image's bytes say, without decoding a pixel.
///
/// The verdict depends on the bytes alone, never on whether they came as a stream or as a file. Header and tail
/// decide where both are right; an image without its end marker is walked to its last row. Broken content is a verdict
/// ([ImageFacts#error]), never an exception. Keeps up to 16 MiB of scratch memory: make one per thread.
public final class ImageReader {
    private static final int FIRST = 1 << 15;

    private final byte[] window = new byte[Feed.WINDOW];
    private byte[] scratch = new byte[FIRST];

    /// Reads `bytes` to its end, whatever it holds; the caller closes it.
    ///
    /// @throws IOException only what the stream throws
    public ImageFacts read(InputStream bytes) throws IOException {
        int have = 0;
        int n = 0;
        while (have < Feed.KEPT && n >= 0) {
            if (have == scratch.length) {
                scratch = Arrays.copyOf(scratch, Math.min(Feed.KEPT, scratch.length * 2));
            }
            n = bytes.read(scratch, have, scratch.length - have);
            have += Math.max(n, 0);
        }
        if (n < 0) {
            return walk(kindOf(scratch, have), new Feed(scratch, have), have);
        }
        var rest = new LongStream(scratch, have, bytes);
        var facts = walk(kindOf(scratch, have), new Feed(rest, window), have);
        rest.size();
        return facts;
    }

    /// Reads what is needed of `bytes`, most often its first 8 KiB and its end.
    ///
    /// @throws IOException only what `bytes` throws
    public ImageFacts read(Ranges bytes) throws IOException {
        int have = 0;
        for (int n; have < FirstBytes.NEEDED && (n = bytes.read(have, scratch, have, FirstBytes.NEEDED - have)) > 0; ) {
            have += n;
        }
        return walk(kindOf(scratch, have), new Feed(bytes, window), have);
    }

    /// Which kind of image begins with these bytes; 512 are enough. [Kind#OTHER]: none that we know.
    public static Kind kindOf(byte[] head, int length) {
        return FirstBytes.kind(head, length);
    }

    private ImageFacts walk(Kind kind, Feed feed, int have) throws IOException {
        var sketch = new Sketch(kind);
        try {
            return switch (kind) {
                case JPEG -> new JpegWalk(feed, sketch).facts();
                case PNG -> new PngWalk(feed, sketch).facts();
                case GIF -> new GifWalk(feed, sketch).facts();
                case BMP -> new BmpWalk(feed, sketch).facts();
                case WEBP -> new WebpWalk(feed, sketch).facts();
                case TIFF -> new TiffWalk(feed, sketch).facts();
                case AVIF, HEIC -> new IsoWalk(feed, sketch).facts();
                case OTHER -> sketch.bad(FirstBytes.whyNot(scratch, have));
            };
        } catch (EOFException e) {
            return sketch.bad(Sketch.CORRUPT);
        }
    }
}
