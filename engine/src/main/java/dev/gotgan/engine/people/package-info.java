/// People: their accounts, tokens and organizations, and the record of who did what.
@NullMarked
package dev.gotgan.engine.people;

import org.jspecify.annotations.NullMarked;
