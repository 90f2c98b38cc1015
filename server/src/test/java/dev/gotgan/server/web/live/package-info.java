@NullMarked
package dev.gotgan.server.web.live;

import org.jspecify.annotations.NullMarked;
