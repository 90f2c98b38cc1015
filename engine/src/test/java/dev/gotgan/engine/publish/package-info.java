@NullMarked
package dev.gotgan.engine.publish;

import org.jspecify.annotations.NullMarked;
