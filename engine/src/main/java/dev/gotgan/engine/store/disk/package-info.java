/// What a disk owes a store: names that are taken once, and bytes that outlive a loss of power.
@NullMarked
package dev.gotgan.engine.store.disk;

import org.jspecify.annotations.NullMarked;
