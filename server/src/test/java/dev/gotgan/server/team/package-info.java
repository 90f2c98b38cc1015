@NullMarked
package dev.gotgan.server.team;

import org.jspecify.annotations.NullMarked;
