/// The walls that a compiler can't build: who may know whom, what may be called how, and what the documents promise.
@NullMarked
package dev.gotgan.arch;

import org.jspecify.annotations.NullMarked;
