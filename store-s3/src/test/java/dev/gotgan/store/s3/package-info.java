@NullMarked
package dev.gotgan.store.s3;

import org.jspecify.annotations.NullMarked;
