/// What is remembered of the store.
@NullMarked
package dev.gotgan.catalog.postgres.store;

import org.jspecify.annotations.NullMarked;
