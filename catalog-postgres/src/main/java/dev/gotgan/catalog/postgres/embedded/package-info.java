/// The PostgreSQL that Gotgan brings along: unpacked, started, adopted after a crash and stopped with the
/// server.
@NullMarked
package dev.gotgan.catalog.postgres.embedded;

import org.jspecify.annotations.NullMarked;
