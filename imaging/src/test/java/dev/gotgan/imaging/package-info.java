@NullMarked
package dev.gotgan.imaging;

import org.jspecify.annotations.NullMarked;
