/// What a dataset's content *is*: files named by a safe path, known by their SHA-256, listed in a manifest.
@NullMarked
package dev.gotgan.engine.content;

import org.jspecify.annotations.NullMarked;
