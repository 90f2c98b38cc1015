/// Every repository of the engine on PostgreSQL.
@NullMarked
package dev.gotgan.catalog.postgres;

import org.jspecify.annotations.NullMarked;
