@NullMarked
package dev.gotgan.server.finding;

import org.jspecify.annotations.NullMarked;
