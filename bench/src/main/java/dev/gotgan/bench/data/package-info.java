/// Datasets to measure with, drawn or multiplied.
@NullMarked
package dev.gotgan.bench.data;

import org.jspecify.annotations.NullMarked;
