/// The command line: an HTTP client of the server, with the engine for everything that is done on this machine.
@NullMarked
package dev.gotgan.cli;

import org.jspecify.annotations.NullMarked;
