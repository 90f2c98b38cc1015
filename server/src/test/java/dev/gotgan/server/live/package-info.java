@NullMarked
package dev.gotgan.server.live;

import org.jspecify.annotations.NullMarked;
