/// What became of things, told to whoever listens after it was committed.
@NullMarked
package dev.gotgan.engine.event;

import org.jspecify.annotations.NullMarked;
