/// Uploads that a client drives: it is told where each file goes, sends the bytes there itself, and asks for the
/// commit. `spec/direct-upload.md` is the protocol as clients see it.
@NullMarked
package dev.gotgan.engine.direct;

import org.jspecify.annotations.NullMarked;
