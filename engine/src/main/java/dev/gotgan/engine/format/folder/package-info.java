/// A folder of the disk, looked at without a server: no address is made, nothing is written.
@NullMarked
package dev.gotgan.engine.format.folder;

import org.jspecify.annotations.NullMarked;
