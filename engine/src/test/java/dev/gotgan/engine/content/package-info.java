/// Tests of paths and hashes.
@NullMarked
package dev.gotgan.engine.content;

import org.jspecify.annotations.NullMarked;
