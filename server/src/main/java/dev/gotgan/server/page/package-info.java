/// The web application: its files, and the one page behind every address that is a screen.
@NullMarked
package dev.gotgan.server.page;

import org.jspecify.annotations.NullMarked;
