/// What the publisher and the sweeper know and record.
@NullMarked
package dev.gotgan.catalog.postgres.publish;

import org.jspecify.annotations.NullMarked;
