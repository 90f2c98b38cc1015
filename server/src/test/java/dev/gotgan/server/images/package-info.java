@NullMarked
package dev.gotgan.server.images;

import org.jspecify.annotations.NullMarked;
