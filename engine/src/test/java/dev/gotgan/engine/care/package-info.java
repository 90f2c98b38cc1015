@NullMarked
package dev.gotgan.engine.care;

import org.jspecify.annotations.NullMarked;
