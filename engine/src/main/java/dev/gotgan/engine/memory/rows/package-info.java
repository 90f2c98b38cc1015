/// The tables of the in-memory catalog: what there is to know, without the rules of any port. Guarded by the
/// one lock in [CatalogRows].
@NullMarked
package dev.gotgan.engine.memory.rows;

import org.jspecify.annotations.NullMarked;
