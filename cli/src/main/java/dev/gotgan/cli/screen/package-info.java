/// What a person or a program sees of a command: rows, progress, JSON.
@NullMarked
package dev.gotgan.cli.screen;

import org.jspecify.annotations.NullMarked;
