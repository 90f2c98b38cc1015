/// Records about datasets beside their content: names, rights, findings, tasks, what was done by whom.
@NullMarked
package dev.gotgan.engine.catalog;

import org.jspecify.annotations.NullMarked;
