/// Records of datasets, who may see them, and lists of them.
@NullMarked
package dev.gotgan.catalog.postgres.dataset;

import org.jspecify.annotations.NullMarked;
