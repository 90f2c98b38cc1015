/// The WebSocket through which events go out: who is connected, what each may hear, and where notices come from.
@NullMarked
package dev.gotgan.server.live;

import org.jspecify.annotations.NullMarked;
