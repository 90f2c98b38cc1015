/// Stories told on screens.
@NullMarked
package dev.gotgan.e2e.web;

import org.jspecify.annotations.NullMarked;
