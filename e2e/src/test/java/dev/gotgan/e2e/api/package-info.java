/// Stories told by HTTP.
@NullMarked
package dev.gotgan.e2e.api;

import org.jspecify.annotations.NullMarked;
