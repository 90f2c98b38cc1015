/// Long work on PostgreSQL.
@NullMarked
package dev.gotgan.catalog.postgres.task;

import org.jspecify.annotations.NullMarked;
