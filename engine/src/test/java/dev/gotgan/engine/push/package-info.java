@NullMarked
package dev.gotgan.engine.push;

import org.jspecify.annotations.NullMarked;
