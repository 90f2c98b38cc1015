/// The store behind everything, as admins see it: examined, and reported on.
@NullMarked
package dev.gotgan.server.store;

import org.jspecify.annotations.NullMarked;
