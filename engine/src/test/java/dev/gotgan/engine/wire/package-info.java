@NullMarked
package dev.gotgan.engine.wire;

import org.jspecify.annotations.NullMarked;
