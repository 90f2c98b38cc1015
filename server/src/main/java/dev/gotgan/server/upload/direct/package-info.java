/// Uploads that a client drives: sessions, where each file goes, the bytes themselves where the store is a folder of
/// ours, and the commit.
@NullMarked
package dev.gotgan.server.upload.direct;

import org.jspecify.annotations.NullMarked;
