/// What names alone tell of files that nobody has read.
@NullMarked
package dev.gotgan.engine.direct.names;

import org.jspecify.annotations.NullMarked;
