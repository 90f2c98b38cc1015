/// Hashing of whole files, and the hash that stores know contents by.
@NullMarked
package dev.gotgan.engine.content.hash;

import org.jspecify.annotations.NullMarked;
