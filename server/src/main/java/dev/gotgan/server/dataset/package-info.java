/// Datasets as records: listed, shown, made, edited, deleted, restored, and what happened to them.
@NullMarked
package dev.gotgan.server.dataset;

import org.jspecify.annotations.NullMarked;
