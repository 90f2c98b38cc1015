/// The product as its users meet it: by HTTP, by the command line, by its files and its database. None of our
/// classes.
@NullMarked
package dev.gotgan.e2e;

import org.jspecify.annotations.NullMarked;
