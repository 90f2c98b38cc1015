/// Signing in and out, personal tokens, and the accounts that admins keep.
@NullMarked
package dev.gotgan.server.account;

import org.jspecify.annotations.NullMarked;
