/// What tests of several packages share.
@NullMarked
package dev.gotgan.engine.testing;

import org.jspecify.annotations.NullMarked;
