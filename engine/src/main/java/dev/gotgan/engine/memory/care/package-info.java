/// What keeps a catalog in order, in memory: trash whose time is over, heads to be analysed again, reports of
/// stores.
@NullMarked
package dev.gotgan.engine.memory.care;

import org.jspecify.annotations.NullMarked;
