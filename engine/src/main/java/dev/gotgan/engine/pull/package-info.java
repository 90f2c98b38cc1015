/// Brings one generation of a dataset into a folder: what is there and right stays, what is missing or wrong is
/// fetched, and no byte is believed before it is hashed.
@NullMarked
package dev.gotgan.engine.pull;

import org.jspecify.annotations.NullMarked;
