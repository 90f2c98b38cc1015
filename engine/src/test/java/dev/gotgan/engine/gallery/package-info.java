@NullMarked
package dev.gotgan.engine.gallery;

import org.jspecify.annotations.NullMarked;
