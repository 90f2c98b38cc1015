@NullMarked
package dev.gotgan.engine.store.doctor;

import org.jspecify.annotations.NullMarked;
