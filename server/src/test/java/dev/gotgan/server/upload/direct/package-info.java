@NullMarked
package dev.gotgan.server.upload.direct;

import org.jspecify.annotations.NullMarked;
