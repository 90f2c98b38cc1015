@NullMarked
package dev.gotgan.server.account;

import org.jspecify.annotations.NullMarked;
