/// People on PostgreSQL: accounts, tokens, organizations, and who did what.
@NullMarked
package dev.gotgan.catalog.postgres.people;

import org.jspecify.annotations.NullMarked;
