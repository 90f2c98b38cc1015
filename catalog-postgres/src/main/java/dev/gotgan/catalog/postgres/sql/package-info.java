/// How the rest of the catalog speaks to PostgreSQL: transactions, named parameters, bulk rows by COPY, columns.
@NullMarked
package dev.gotgan.catalog.postgres.sql;

import org.jspecify.annotations.NullMarked;
