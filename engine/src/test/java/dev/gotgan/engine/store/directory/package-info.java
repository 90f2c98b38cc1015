@NullMarked
package dev.gotgan.engine.store.directory;

import org.jspecify.annotations.NullMarked;
