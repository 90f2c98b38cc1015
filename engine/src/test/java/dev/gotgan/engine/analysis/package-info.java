@NullMarked
package dev.gotgan.engine.analysis;

import org.jspecify.annotations.NullMarked;
