/// Stories of a server whose bytes lie in a bucket.
@NullMarked
package dev.gotgan.e2e.bucket;

import org.jspecify.annotations.NullMarked;
