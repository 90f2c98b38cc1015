@NullMarked
package dev.gotgan.server.dataset;

import org.jspecify.annotations.NullMarked;
