/// The entropy-coded part of a JPEG, walked block by block and thrown away: is every block there?
@NullMarked
package dev.gotgan.engine.image.jpeg;

import org.jspecify.annotations.NullMarked;
