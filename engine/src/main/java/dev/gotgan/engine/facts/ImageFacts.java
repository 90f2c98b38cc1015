package dev.gotgan.engine.facts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an image's bytes say of it, computed once per content: never from its name.
///
/// @param width       raw pixels across, before EXIF turns it; 0 where it can't be read
/// @param height      raw pixels down; 0 where it can't be read
/// @param orientation EXIF orientation 1–8; 1 where none is given
/// @param frames      1 for a still picture
/// @param bits        bits per channel; 0 where it can't be read
/// @param error       a finding kind (`image_corrupt`, `image_too_large`, …) when it does not count as an image
/// @param notice      a finding kind when it counts, but something about it is odd (`image_no_end`, …)
public record ImageFacts(
        Kind kind,
        int width,
        int height,
        int orientation,
        int frames,
        int bits,
        @Nullable String error,
        @Nullable String notice) {
    /// What the first bytes are, whatever the file is called.
    public enum Kind {
        JPEG,
        PNG,
        GIF,
        BMP,
        WEBP,
        TIFF,
        AVIF,
        HEIC,
        /// No image that we know.
        OTHER;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether it counts as an image: it is one, and it can be read to its end.
    public boolean readable() {
        return error == null;
    }
}
