/// Tells by its bytes what kind of archive a file is, and opens it.
@NullMarked
package dev.gotgan.engine.archive.open;

import org.jspecify.annotations.NullMarked;
