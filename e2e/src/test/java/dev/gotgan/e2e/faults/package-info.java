/// Transfers over a line, and to stores, that fail in every way they can.
@NullMarked
package dev.gotgan.e2e.faults;

import org.jspecify.annotations.NullMarked;
