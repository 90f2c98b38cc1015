package dev.gotgan.engine.gallery;

import dev.gotgan.engine.facts.ImageFacts;

/// Makes a small upright JPEG of an image. Implementations are safe for use by many threads.
public interface DrawThumbnail {
    /// Pixels that are decoded at most.
    long MOST_PIXELS = 100_000_000;

    /// @param content the whole file
    /// @param facts   of this content: sides and orientation are not looked for again
    /// @param side    the longer side of the picture; a smaller image keeps its size
    /// @throws NotDrawable nothing can be drawn of it; the message says why
    byte[] of(byte[] content, ImageFacts facts, int side);

    /// There is no picture in these bytes that is drawn.
    final class NotDrawable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public NotDrawable(String message) {
            super(message);
        }
    }

    /// What is drawn of an image before it is turned.
    ///
    /// @param width  at least 1
    /// @param height at least 1
    record Sides(int width, int height) {
        /// @throws NotDrawable it is no image that can be read, or larger than any that is decoded
        public static Sides of(ImageFacts facts, int side) {
            if (!facts.readable() || facts.width() < 1 || facts.height() < 1) {
                throw new NotDrawable("It is no image that can be read to its end.");
            }
            if ((long) facts.width() * facts.height() > MOST_PIXELS) {
                throw new NotDrawable("The image has %,d × %,d pixels; up to 100 million are drawn."
                        .formatted(facts.width(), facts.height()));
            }
            double scale = Math.min(1, (double) side / Math.max(facts.width(), facts.height()));
            return new Sides(shorter(facts.width(), scale), shorter(facts.height(), scale));
        }

        private static int shorter(int side, double scale) {
            return Math.max(1, (int) Math.round(side * scale));
        }
    }
}
