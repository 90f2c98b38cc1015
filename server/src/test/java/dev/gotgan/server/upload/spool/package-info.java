@NullMarked
package dev.gotgan.server.upload.spool;

import org.jspecify.annotations.NullMarked;
