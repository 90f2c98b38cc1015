/// The server's entrance.
@NullMarked
package dev.gotgan.server;

import org.jspecify.annotations.NullMarked;
