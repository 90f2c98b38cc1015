/// A folder as a store: every object is a plain file at its key. See [DirectoryStore].
@NullMarked
package dev.gotgan.engine.store.directory;

import org.jspecify.annotations.NullMarked;
