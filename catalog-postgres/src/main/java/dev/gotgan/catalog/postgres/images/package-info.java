/// Images in pages, by an index for each way to filter them.
@NullMarked
package dev.gotgan.catalog.postgres.images;

import org.jspecify.annotations.NullMarked;
