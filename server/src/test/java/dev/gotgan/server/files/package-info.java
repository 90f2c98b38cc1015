@NullMarked
package dev.gotgan.server.files;

import org.jspecify.annotations.NullMarked;
