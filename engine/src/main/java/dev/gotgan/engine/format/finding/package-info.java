/// The closed list of what can be wrong or odd in a dataset, and the sentences that say so.
@NullMarked
package dev.gotgan.engine.format.finding;

import org.jspecify.annotations.NullMarked;
