/// What every reader of foreign bytes is fuzzed with: the targets, what they begin from, and what must hold.
@NullMarked
package dev.gotgan.engine.fuzz;

import org.jspecify.annotations.NullMarked;
