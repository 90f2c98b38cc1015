/// Uploads that the server drives: survey what arrived (pass 1, stores nothing), plan it against the head,
/// send it (pass 2), seal, commit. `docs/walks/upload.md` tells the walk.
@NullMarked
package dev.gotgan.engine.upload;

import org.jspecify.annotations.NullMarked;
