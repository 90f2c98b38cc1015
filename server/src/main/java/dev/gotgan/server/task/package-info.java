/// Long work, and how far it is.
@NullMarked
package dev.gotgan.server.task;

import org.jspecify.annotations.NullMarked;
