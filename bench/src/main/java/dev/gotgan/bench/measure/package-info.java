/// What a benchmark measures by: seconds and memory, of ourselves and of peers.
@NullMarked
package dev.gotgan.bench.measure;

import org.jspecify.annotations.NullMarked;
