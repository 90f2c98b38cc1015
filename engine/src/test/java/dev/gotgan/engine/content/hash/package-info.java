@NullMarked
package dev.gotgan.engine.content.hash;

import org.jspecify.annotations.NullMarked;
