/// What is wrong or odd in a dataset, told in pages.
@NullMarked
package dev.gotgan.server.finding;

import org.jspecify.annotations.NullMarked;
