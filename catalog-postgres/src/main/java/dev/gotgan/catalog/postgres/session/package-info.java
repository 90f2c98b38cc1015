/// Sessions: what they hold, what each of their paths needs, and how they end without a commit.
@NullMarked
package dev.gotgan.catalog.postgres.session;

import org.jspecify.annotations.NullMarked;
