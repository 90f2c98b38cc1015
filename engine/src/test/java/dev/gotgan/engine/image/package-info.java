@NullMarked
package dev.gotgan.engine.image;

import org.jspecify.annotations.NullMarked;
