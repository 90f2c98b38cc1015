@NullMarked
package dev.gotgan.server.page;

import org.jspecify.annotations.NullMarked;
