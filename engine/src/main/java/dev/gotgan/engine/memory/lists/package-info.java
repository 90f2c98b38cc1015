/// Lists of datasets in memory: by reading all of them.
@NullMarked
package dev.gotgan.engine.memory.lists;

import org.jspecify.annotations.NullMarked;
