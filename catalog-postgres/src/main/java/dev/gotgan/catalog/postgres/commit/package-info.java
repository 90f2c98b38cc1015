/// The commit: one transaction that makes a new head.
@NullMarked
package dev.gotgan.catalog.postgres.commit;

import org.jspecify.annotations.NullMarked;
