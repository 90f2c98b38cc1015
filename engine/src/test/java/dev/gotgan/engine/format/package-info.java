@NullMarked
package dev.gotgan.engine.format;

import org.jspecify.annotations.NullMarked;
