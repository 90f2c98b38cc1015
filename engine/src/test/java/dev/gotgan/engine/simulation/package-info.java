/// The write path under random schedules: commits, publishers, sweeps, crashes, zombies, late and lost requests, on the
/// catalog and the store in memory, with the invariants of the protocol asserted after every step.
@NullMarked
package dev.gotgan.engine.simulation;

import org.jspecify.annotations.NullMarked;
