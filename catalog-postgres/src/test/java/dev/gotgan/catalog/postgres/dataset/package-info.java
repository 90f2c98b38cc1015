@NullMarked
package dev.gotgan.catalog.postgres.dataset;

import org.jspecify.annotations.NullMarked;
