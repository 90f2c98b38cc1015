@NullMarked
package dev.gotgan.server.store;

import org.jspecify.annotations.NullMarked;
