/// Every repository port in memory, around one lock: for tests, simulations and tools that need no database.
@NullMarked
package dev.gotgan.engine.memory;

import org.jspecify.annotations.NullMarked;
