@NullMarked
package dev.gotgan.server.web;

import org.jspecify.annotations.NullMarked;
