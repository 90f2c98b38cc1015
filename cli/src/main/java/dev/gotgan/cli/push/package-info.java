/// Folders on their way to a dataset: hashed, planned, sent, committed, and gone on with after an interruption.
@NullMarked
package dev.gotgan.cli.push;

import org.jspecify.annotations.NullMarked;
