@NullMarked
package dev.gotgan.engine.store.disk;

import org.jspecify.annotations.NullMarked;
