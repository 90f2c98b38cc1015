@NullMarked
package dev.gotgan.engine.task;

import org.jspecify.annotations.NullMarked;
