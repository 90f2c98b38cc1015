@NullMarked
package dev.gotgan.engine.format.finding;

import org.jspecify.annotations.NullMarked;
