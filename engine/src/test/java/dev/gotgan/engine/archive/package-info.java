/// Tests of archives, through the door that everybody uses.
@NullMarked
package dev.gotgan.engine.archive;

import org.jspecify.annotations.NullMarked;
