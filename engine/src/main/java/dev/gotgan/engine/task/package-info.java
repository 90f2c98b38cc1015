/// Work that goes on after its request was answered: how far it is, and how it ended.
@NullMarked
package dev.gotgan.engine.task;

import org.jspecify.annotations.NullMarked;
