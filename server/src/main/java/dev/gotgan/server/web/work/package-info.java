/// Work that goes on beside requests.
@NullMarked
package dev.gotgan.server.web.work;

import org.jspecify.annotations.NullMarked;
