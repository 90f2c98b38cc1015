/// Teams and their members, and the record of who did what, which admins read.
@NullMarked
package dev.gotgan.server.team;

import org.jspecify.annotations.NullMarked;
