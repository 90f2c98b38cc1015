/// What reading one label file yields, whatever its format.
@NullMarked
package dev.gotgan.engine.format.label;

import org.jspecify.annotations.NullMarked;
