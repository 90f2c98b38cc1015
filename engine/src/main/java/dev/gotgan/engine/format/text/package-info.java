/// Text from strangers: encodings, lines, decimal numbers, YAML and class names, each read with bounds.
@NullMarked
package dev.gotgan.engine.format.text;

import org.jspecify.annotations.NullMarked;
