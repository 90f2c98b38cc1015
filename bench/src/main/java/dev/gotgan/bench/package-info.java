/// Programs that measure us and a peer in one run and print the ratio. Nothing here asserts a time: machines
/// are shared.
@NullMarked
package dev.gotgan.bench;

import org.jspecify.annotations.NullMarked;
