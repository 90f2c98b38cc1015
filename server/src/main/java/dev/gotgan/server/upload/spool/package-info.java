/// Where an upload lies until it is known to be good: a folder of its own, removed whatever happens.
@NullMarked
package dev.gotgan.server.upload.spool;

import org.jspecify.annotations.NullMarked;
