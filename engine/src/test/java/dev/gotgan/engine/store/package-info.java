@NullMarked
package dev.gotgan.engine.store;

import org.jspecify.annotations.NullMarked;
