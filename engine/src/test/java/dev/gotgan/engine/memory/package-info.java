@NullMarked
package dev.gotgan.engine.memory;

import org.jspecify.annotations.NullMarked;
