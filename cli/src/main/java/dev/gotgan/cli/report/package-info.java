/// What an analysis found, as people read it in a terminal.
@NullMarked
package dev.gotgan.cli.report;

import org.jspecify.annotations.NullMarked;
