/// What the stories are told with.
@NullMarked
package dev.gotgan.e2e.parts;

import org.jspecify.annotations.NullMarked;
