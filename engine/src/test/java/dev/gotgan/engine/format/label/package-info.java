@NullMarked
package dev.gotgan.engine.format.label;

import org.jspecify.annotations.NullMarked;
