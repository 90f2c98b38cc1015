@NullMarked
package dev.gotgan.engine.direct;

import org.jspecify.annotations.NullMarked;
