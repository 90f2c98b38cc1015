@NullMarked
package dev.gotgan.server.sharing;

import org.jspecify.annotations.NullMarked;
