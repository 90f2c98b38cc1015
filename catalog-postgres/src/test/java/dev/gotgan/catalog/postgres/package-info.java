@NullMarked
package dev.gotgan.catalog.postgres;

import org.jspecify.annotations.NullMarked;
