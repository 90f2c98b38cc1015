@NullMarked
package dev.gotgan.cli.command;

import org.jspecify.annotations.NullMarked;
