/// Finding out who is calling: cookies, tokens, passwords, and what keeps guessers out.
@NullMarked
package dev.gotgan.server.web.signin;

import org.jspecify.annotations.NullMarked;
