/// What a commit promises, looked at from below: the calls of the system, and reading while nothing is published.
@NullMarked
package dev.gotgan.e2e.durable;

import org.jspecify.annotations.NullMarked;
