/// What tests stand on: the repository's own files, and the inputs that lie beside it.
@NullMarked
package dev.gotgan.engine.given;

import org.jspecify.annotations.NullMarked;
