/// People and what they may do, in memory: the ports that a running catalog's accounts, teams, roles and links have.
@NullMarked
package dev.gotgan.engine.memory.people;

import org.jspecify.annotations.NullMarked;
