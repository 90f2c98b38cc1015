@NullMarked
package dev.gotgan.server.web.config;

import org.jspecify.annotations.NullMarked;
