/// A folder on this machine on its way to a server.
@NullMarked
package dev.gotgan.engine.push;

import org.jspecify.annotations.NullMarked;
