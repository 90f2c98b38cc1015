/// What an installation says of itself: health, figures, and the description of its API.
@NullMarked
package dev.gotgan.server.operations;

import org.jspecify.annotations.NullMarked;
