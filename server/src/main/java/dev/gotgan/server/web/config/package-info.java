/// The settings of a server: read once from the environment and the command line, a record for each feature.
@NullMarked
package dev.gotgan.server.web.config;

import org.jspecify.annotations.NullMarked;
