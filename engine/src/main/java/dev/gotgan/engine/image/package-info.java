/// What an image's bytes say without decoding its pixels: kind, sides, orientation, frames, and whether it is whole.
@NullMarked
package dev.gotgan.engine.image;

import org.jspecify.annotations.NullMarked;
