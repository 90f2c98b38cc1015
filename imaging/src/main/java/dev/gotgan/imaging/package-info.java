/// Decoding and drawing of pixels: OpenCV where its natives run, the JDK elsewhere.
@NullMarked
package dev.gotgan.imaging;

import org.jspecify.annotations.NullMarked;
