@NullMarked
package dev.gotgan.server.upload.multipart;

import org.jspecify.annotations.NullMarked;
