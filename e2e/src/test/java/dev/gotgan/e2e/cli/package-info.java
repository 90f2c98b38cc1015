/// Stories told by the command line.
@NullMarked
package dev.gotgan.e2e.cli;

import org.jspecify.annotations.NullMarked;
