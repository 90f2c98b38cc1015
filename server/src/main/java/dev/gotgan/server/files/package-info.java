/// Reading a dataset's files: which there are, their bytes, and ways to fetch many.
@NullMarked
package dev.gotgan.server.files;

import org.jspecify.annotations.NullMarked;
