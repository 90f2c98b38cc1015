/// A real server in the tests' JVM, on a real PostgreSQL and a store in memory, and clients that talk HTTP to it.
@NullMarked
package dev.gotgan.server.running;

import org.jspecify.annotations.NullMarked;
