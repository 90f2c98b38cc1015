@NullMarked
package dev.gotgan.server.upload;

import org.jspecify.annotations.NullMarked;
