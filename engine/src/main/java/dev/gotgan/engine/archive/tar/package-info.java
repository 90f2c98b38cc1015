/// Tar files, plain or gzipped, read strictly: one way to read them or none.
@NullMarked
package dev.gotgan.engine.archive.tar;

import org.jspecify.annotations.NullMarked;
