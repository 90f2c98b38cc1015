/// Makes the live tree in the bucket follow the committed head, one worker per dataset, and sweeps away
/// what no row needs. Every duty here can be killed anywhere and run again.
@NullMarked
package dev.gotgan.engine.publish;

import org.jspecify.annotations.NullMarked;
