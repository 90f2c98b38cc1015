/// What was committed, told by PostgreSQL's own LISTEN and NOTIFY.
@NullMarked
package dev.gotgan.catalog.postgres.event;

import org.jspecify.annotations.NullMarked;
