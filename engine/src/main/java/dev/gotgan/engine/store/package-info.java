/// Where the bytes lie: the port to an object store, the one place that spells keys, and two implementations.
@NullMarked
package dev.gotgan.engine.store;

import org.jspecify.annotations.NullMarked;
