@NullMarked
package dev.gotgan.server.web.problem;

import org.jspecify.annotations.NullMarked;
