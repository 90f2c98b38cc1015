/// Bytes coming in by `multipart/form-data`: received, then handed to the engine's upload walk.
@NullMarked
package dev.gotgan.server.upload;

import org.jspecify.annotations.NullMarked;
