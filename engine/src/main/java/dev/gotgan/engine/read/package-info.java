/// Bytes of a generation, from wherever they lie, checked before anybody gets them.
@NullMarked
package dev.gotgan.engine.read;

import org.jspecify.annotations.NullMarked;
