@NullMarked
package dev.gotgan.cli.report;

import org.jspecify.annotations.NullMarked;
