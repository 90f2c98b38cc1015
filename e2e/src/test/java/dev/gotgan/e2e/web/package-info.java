/// Stories told by HTTP.
@NullMarked
package dev.gotgan.e2e.web;

import org.jspecify.annotations.NullMarked;
