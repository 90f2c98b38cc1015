/// What a dataset is: facts of each content, read once, and the analysis of a whole tree of them.
@NullMarked
package dev.gotgan.engine.format;

import org.jspecify.annotations.NullMarked;
