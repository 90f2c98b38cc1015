/// Reading what a generation holds.
@NullMarked
package dev.gotgan.catalog.postgres.tree;

import org.jspecify.annotations.NullMarked;
