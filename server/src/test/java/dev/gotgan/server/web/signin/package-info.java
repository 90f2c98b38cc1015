@NullMarked
package dev.gotgan.server.web.signin;

import org.jspecify.annotations.NullMarked;
