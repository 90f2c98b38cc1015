@NullMarked
package dev.gotgan.engine.people;

import org.jspecify.annotations.NullMarked;
