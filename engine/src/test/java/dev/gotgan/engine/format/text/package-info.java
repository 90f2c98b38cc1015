@NullMarked
package dev.gotgan.engine.format.text;

import org.jspecify.annotations.NullMarked;
