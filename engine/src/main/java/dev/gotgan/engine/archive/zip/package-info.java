/// Zip files, read strictly: the directory and what it points at have to tell the same story.
@NullMarked
package dev.gotgan.engine.archive.zip;

import org.jspecify.annotations.NullMarked;
