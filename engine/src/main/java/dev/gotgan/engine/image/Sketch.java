package dev.gotgan.engine.image;

import dev.gotgan.engine.facts.ImageFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a walk knows so far. Errors and notices are finding kinds (`spec/findings.md`).
final class Sketch {
    static final String CORRUPT = "image_corrupt";
    static final String TOO_LARGE = "image_too_large";
    static final String OTHER_CONTENT = "image_type_mismatch";
    static final String LFS_POINTER = "image_lfs_pointer";
    static final String UNSUPPORTED = "image_unsupported";
    static final String NO_END = "image_no_end";
    static final String TRAILING = "image_trailing_data";
    static final String METADATA = "image_metadata";
    static final String NO_PREVIEW = "image_no_preview";

    private static final List<String> GRAVEST_FIRST = List.of(NO_END, TRAILING, NO_PREVIEW, METADATA);
    private static final int MAX_SIDE = 65_535;
    private static final long MAX_PIXELS = 1L << 28;

    private final ImageFacts.Kind kind;
    private long width;
    private long height;
    private int orientation = 1;
    private int frames = 1;
    private int bits;
    private @Nullable String notice;

    Sketch(ImageFacts.Kind kind) {
        this.kind = kind;
    }

    static ImageFacts other(String error) {
        return new Sketch(ImageFacts.Kind.OTHER).bad(error);
    }

    Sketch sides(long width, long height) {
        this.width = width;
        this.height = height;
        return this;
    }

    Sketch bits(int bits) {
        this.bits = bits;
        return this;
    }

    Sketch frames(long frames) {
        this.frames = Math.clamp(frames, 1, Integer.MAX_VALUE);
        return this;
    }

    Sketch orientation(int orientation) {
        this.orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
        return this;
    }

    /// One notice is kept, the gravest.
    Sketch notice(String notice) {
        if (this.notice == null || GRAVEST_FIRST.indexOf(notice) < GRAVEST_FIRST.indexOf(this.notice)) {
            this.notice = notice;
        }
        return this;
    }

    long width() {
        return width;
    }

    long height() {
        return height;
    }

    boolean hasSides() {
        return width > 0 && height > 0;
    }

    boolean tooLarge() {
        return width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS;
    }

    ImageFacts good() {
        return facts(null);
    }

    ImageFacts bad(String error) {
        return facts(error);
    }

    private ImageFacts facts(@Nullable String error) {
        int w = Math.clamp(width, 0, Integer.MAX_VALUE);
        int h = Math.clamp(height, 0, Integer.MAX_VALUE);
        return new ImageFacts(kind, w, h, orientation, frames, bits, error, error == null ? notice : null);
    }
}
