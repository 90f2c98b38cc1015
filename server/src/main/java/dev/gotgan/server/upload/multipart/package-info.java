/// Reading `multipart/form-data` (RFC 7578) as a stream.
@NullMarked
package dev.gotgan.server.upload.multipart;

import org.jspecify.annotations.NullMarked;
