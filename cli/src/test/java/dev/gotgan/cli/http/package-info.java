@NullMarked
package dev.gotgan.cli.http;

import org.jspecify.annotations.NullMarked;
