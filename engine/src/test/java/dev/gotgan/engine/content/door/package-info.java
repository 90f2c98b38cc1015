/// Tests of the door that names pass.
@NullMarked
package dev.gotgan.engine.content.door;

import org.jspecify.annotations.NullMarked;
