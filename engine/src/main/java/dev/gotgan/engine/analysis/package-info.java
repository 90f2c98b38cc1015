/// What the next head will be: its hash, its counts, its analysis, and which image rows change.
@NullMarked
package dev.gotgan.engine.analysis;

import org.jspecify.annotations.NullMarked;
