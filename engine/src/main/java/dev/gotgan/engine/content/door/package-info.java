/// The door of a dataset: which names of one upload come in together, which are skipped, which are warned of.
@NullMarked
package dev.gotgan.engine.content.door;

import org.jspecify.annotations.NullMarked;
