/// Archives as they are uploaded: what every kind of them promises, and why one is refused.
///
/// The readers are below it, in `zip` and `tar`; `open` tells which one a file needs.
@NullMarked
package dev.gotgan.engine.archive;

import org.jspecify.annotations.NullMarked;
