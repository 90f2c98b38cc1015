@NullMarked
package dev.gotgan.engine.catalog;

import org.jspecify.annotations.NullMarked;
