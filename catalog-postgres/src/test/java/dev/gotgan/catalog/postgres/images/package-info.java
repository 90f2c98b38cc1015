@NullMarked
package dev.gotgan.catalog.postgres.images;

import org.jspecify.annotations.NullMarked;
